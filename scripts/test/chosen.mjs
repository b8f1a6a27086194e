import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project.mjs'

export const testUsage = 'Usage: npm test -- [WORD...], for the test files that have one of the words in their path'

/** What needs a window or a desktop. */
const ofPlaywright = /^test\/(app|desktop)\//

/**
 * The test files that were asked for, by runner; null: all of them.
 * @typedef {{ readonly vitest: readonly string[], readonly playwright: readonly string[] }} Chosen
 */

/**
 * @param {readonly string[]} words
 * @param {readonly string[]} files from the checkout, with slashes
 * @returns {Chosen | string | null} a sentence where there is no such file
 */
export const chosenTests = (words, files) => {
  const option = words.find(word => word.startsWith('-'))
  if (option !== undefined) return `There is no option ${option}.`
  if (words.length === 0) return null
  const plain = words.map(word => word.replaceAll('\\', '/').replace(/^\.\//, ''))
  const missed = plain.find(word => word === '' || !files.some(file => file.includes(word)))
  if (missed !== undefined) return `No test file has “${missed}” in its path.`
  const chosen = files.filter(file => plain.some(word => file.includes(word)))
  return {
    vitest: chosen.filter(file => !ofPlaywright.test(file)),
    playwright: chosen.filter(file => ofPlaywright.test(file)),
  }
}

/** All that `npm test` runs. */
export const testFiles = () =>
  readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map(file => `test/${file.replaceAll('\\', '/')}`)
    .filter(file => /\.test\.tsx?$/.test(file) && !file.startsWith('test/bench/'))
    .sort()
