import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Banner } from '../../shared/snapshot'

/** False only where a folder can be read and not be written to; what is missing or no folder is another trouble. */
export function maySaveIn(folder: string): boolean {
  try {
    readdirSync(folder)
  } catch {
    return true
  }
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A folder of this user's alone that stands in for a profile; the same at each start, so that one process at a time has it. */
export function standIn(profile: string, parent = process.env.XDG_RUNTIME_DIR ?? tmpdir()): string {
  const base = existsSync(parent) ? parent : tmpdir()
  const digest = createHash('sha256').update(resolve(profile)).digest('hex').slice(0, 16)
  const folder = join(base, `jobtray-stand-in-${digest}`)
  try {
    mkdirSync(folder, { mode: 0o700 })
    return folder
  } catch {
    return isOurs(folder) ? folder : mkdtempSync(join(base, 'jobtray-stand-in-'))
  }
}

/** Somebody else may have put it there: in a folder that all may write to, the name alone says nothing. */
function isOurs(folder: string): boolean {
  const about = lstatSync(folder, { throwIfNoEntry: false })
  return about?.isDirectory() === true && about.uid === process.getuid?.() && (about.mode & 0o077) === 0
}

const brought = ['journal.db', 'journal.db-wal', 'settings.json']

/** Brings what a profile holds into the folder that stands in for it, in the place of what an earlier run left there. */
export function bringTo(folder: string, profile: string): void {
  for (const name of readdirSync(folder)) {
    if (/^(journal\.db|settings\.json)/.test(name)) rmSync(join(folder, name), { force: true })
  }
  for (const name of brought) {
    const from = join(profile, name)
    if (existsSync(from)) copyFileSync(from, join(folder, name))
  }
}

export const readOnlyBanner = (profile: string): Banner => ({
  id: 'read-only',
  tone: 'warning',
  text: `The folder ${profile} may not be written to, so what changes now is forgotten when you quit, and an ending may be told again. Make it writable, then start Jobtray again.`,
  act: null,
})
