import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How long a refused download is not tried again, so that not every start waits for it. */
export const refusalLastsMs = 24 * 3_600_000

/** @typedef {{ readonly version: string, readonly reason: string, readonly at: number }} Refusal at: ms since 1970 */

/**
 * @param {string} text
 * @param {{ readonly version: string, readonly now: number }} asked
 * @returns {Refusal | null} null when there is none, it is for another version, or it is too old
 */
export const readRefusal = (text, { version, now }) => {
  try {
    const { version: refused, reason, at } = JSON.parse(text)
    const holds = refused === version && typeof reason === 'string' && at <= now && now - at < refusalLastsMs
    return holds ? { version, reason, at } : null
  } catch {
    return null
  }
}

/** @param {string} folder */
const fileIn = folder => join(folder, 'official-refused.json')

/** @param {string} folder @param {string} version @returns {Refusal | null} */
export const knownRefusal = (folder, version) => {
  try {
    return readRefusal(readFileSync(fileIn(folder), 'utf8'), { version, now: Date.now() })
  } catch {
    return null
  }
}

/** @param {string} folder @param {Refusal} refusal */
export const rememberRefusal = (folder, refusal) => writeFileSync(fileIn(folder), `${JSON.stringify(refusal)}\n`)
