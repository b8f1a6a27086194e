import { resolve } from 'node:path'
import { Stop } from '../setup/stop.mjs'

/**
 * @typedef {object} StartOptions
 * @property {import('./profile.mjs').Mode} mode
 * @property {boolean} privateDesktop asked for, though there may be a display
 * @property {number | null} seconds after which the app quits
 * @property {string | null} profile an absolute folder
 * @property {readonly string[]} appArguments for the app itself
 */

const usage = 'Usage: npm start -- [--live | --demo] [--profile DIR] [--seconds N] [--seed S] [--private-desktop]'

/**
 * @param {readonly string[]} words
 * @param {string} from the folder that a relative DIR starts from
 * @returns {StartOptions}
 * @throws {Stop}
 */
export const readStartArguments = (words, from) => {
  /** @type {import('./profile.mjs').Mode} */
  let mode = 'demo'
  let privateDesktop = false
  /** @type {Map<string, string>} */
  const named = new Map()
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const [name = '', joined] = word.split(/=(.*)/s)
    if (word === '--live' || word === '--demo') mode = word === '--live' ? 'live' : 'demo'
    else if (word === '--private-desktop') privateDesktop = true
    else if (['--profile', '--seconds', '--seed'].includes(name)) {
      if (joined === undefined) at += 1
      const value = joined ?? words[at]
      if (value === undefined || value === '') throw new Stop(`${name} needs a value.\n${usage}`)
      named.set(name, name === '--profile' ? resolve(from, value) : value)
    } else throw new Stop(`"${word}" is not an option.\n${usage}`)
  }
  const seconds = named.get('--seconds')
  if (seconds !== undefined && !(Number(seconds) > 0)) throw new Stop(`--seconds needs a number above 0.\n${usage}`)
  return {
    mode,
    privateDesktop,
    seconds: seconds === undefined ? null : Number(seconds),
    profile: named.get('--profile') ?? null,
    appArguments: [`--${mode}`, ...[...named].flat()],
  }
}
