import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
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

/** What one shows does not take the place of what the other showed. @param {import('./profile.mjs').Mode} mode @param {number} count */
export const shotName = (mode, count) => `start-${mode}-${count}.png`

/** @param {import('../desktop/open.mjs').Desktop} desktop @param {import('./profile.mjs').Mode} mode */
export const screenshotTaker = (desktop, mode) => {
  const folder = shotsFolder()
  let count = 0
  return () => {
    count += 1
    const file = join(folder, shotName(mode, count))
    try {
      desktop.screenshot(file)
      console.log(`screenshot  ${file}`)
    } catch (error) {
      // a picture less is no reason to end the app
      console.error(`no screenshot: ${error instanceof Error ? error.message : error}`)
    }
  }
}
