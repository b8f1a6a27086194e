import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../project.mjs'

/** @returns {string} out/shots, or a temporary folder when that is not writable */
const shotsFolder = () => {
  const folder = join(root, 'out', 'shots')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    return mkdtempSync(join(tmpdir(), 'jobtray-shots-'))
  }
}

/**
 * @param {number | null} seconds how long the app will run
 * @returns {readonly number[]} when to take a picture, in ms after the start: one after 10 s, one shortly before the end
 */
export const shotTimes = seconds => {
  const early = 10_000
  if (seconds === null) return [early]
  const late = Math.max(seconds * 1000 - 2000, (seconds * 1000) / 2)
  return late > early ? [early, late] : [late]
}

/** Pictures that stay: a run takes three at most, so the last run’s are among them. */
const kept = 10

/** @typedef {import('./profile.mjs').Mode} Mode */

/** @param {Mode} mode @param {number} count */
const shotName = (mode, count) => `start-${mode}-${count}.png`

/**
 * What one run shows does not take the place of what the run before showed, nor the demo of what a live run did.
 * @param {readonly string[]} names of all files that lie there
 * @param {Mode} mode
 * @returns {{ readonly name: string, readonly outdated: readonly string[] }} the next picture, and the old ones to make room for it
 */
export const nextShot = (names, mode) => {
  const numbers = names
    .map(name => /^start-(demo|live)-([1-9]\d{0,8})\.png$/.exec(name))
    .flatMap(found => (found?.[1] === mode ? [Number(found[2])] : []))
    .sort((a, b) => a - b)
  return {
    name: shotName(mode, (numbers.at(-1) ?? 0) + 1),
    outdated: numbers.slice(0, Math.max(0, numbers.length + 1 - kept)).map(number => shotName(mode, number)),
  }
}

/**
 * @param {Pick<import('../desktop/open.mjs').Desktop, 'screenshot'>} desktop
 * @param {Mode} mode
 * @param {string} folder
 */
export const screenshotTaker =
  (desktop, mode, folder = shotsFolder()) =>
  () => {
    try {
      const { name, outdated } = nextShot(readdirSync(folder), mode)
      const file = join(folder, name)
      desktop.screenshot(file)
      console.log(`screenshot  ${file}`)
      for (const old of outdated) rmSync(join(folder, old), { force: true })
    } catch (error) {
      // a picture less is no reason to end the app
      console.error(`no screenshot: ${error instanceof Error ? error.message : error}`)
    }
  }
