import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * The test files that hold properties, told from the folder with slashes.
 * @param {string} folder the checkout
 * @param {readonly string[]} parts of names; those that match one of them, all when there is none
 * @returns {readonly string[]}
 */
export const propertyFiles = (folder, parts) =>
  readdirSync(join(folder, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.test\.tsx?$/.test(name))
    .map(name => `test/${name.split(sep).join('/')}`)
    .filter(name => parts.length === 0 || parts.some(part => name.includes(part)))
    .filter(name => readFileSync(join(folder, name), 'utf8').includes("from 'fast-check'"))
    .sort()
