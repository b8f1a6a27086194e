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

export const startUsage =
  'Usage: npm start -- [--live | --demo] [--profile DIR] [--seconds N] [--seed S] [--private-desktop]'

/** As the app itself reads them: node's timers hold no more. */
const mostSeconds = 2_000_000

/** @param {string} why @returns {never} */
const refuse = why => {
  throw new Stop(`${why}\n${startUsage}`)
}

/**
 * What the app would refuse, said before a desktop is opened for it and where the person reads it.
 * @param {string | undefined} seconds
 * @param {string | undefined} seed
 */
const checkNumbers = (seconds, seed) => {
  if (
    seconds !== undefined &&
    !(/^\d+(\.\d+)?$/.test(seconds) && Number(seconds) > 0 && Number(seconds) <= mostSeconds)
  )
    refuse('--seconds needs a number above 0 and at most 2,000,000.')
  if (seed !== undefined && !(/^-?\d+$/.test(seed) && Number.isSafeInteger(Number(seed))))
    refuse('--seed needs a whole number.')
}

/**
 * @param {readonly string[]} words
 * @param {string} from the folder that a relative DIR starts from
 * @returns {StartOptions}
 * @throws {Stop}
 */
export const readStartArguments = (words, from) => {
  /** @type {Map<string, string>} */
  const given = new Map()
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const [name = '', joined] = word.split(/=(.*)/s)
    if (given.has(name)) refuse(`${name} is given twice.`)
    if (['--live', '--demo', '--private-desktop'].includes(word)) given.set(name, '')
    else if (['--profile', '--seconds', '--seed'].includes(name)) {
      if (joined === undefined) at += 1
      const value = joined ?? words[at] ?? ''
      if (value === '' || (joined === undefined && value.startsWith('--'))) refuse(`${name} needs a value.`)
      given.set(name, name === '--profile' ? resolve(from, value) : value)
    } else refuse(`"${word}" is not an option.`)
  }
  if (given.has('--live') && given.has('--demo')) refuse('Choose one of --live and --demo.')
  const [seconds, seed] = [given.get('--seconds'), given.get('--seed')]
  checkNumbers(seconds, seed)
  const mode = given.has('--live') ? 'live' : 'demo'
  const valued = [...given].filter(([, value]) => value !== '')
  return {
    mode,
    privateDesktop: given.has('--private-desktop'),
    seconds: seconds === undefined ? null : Number(seconds),
    profile: given.get('--profile') ?? null,
    appArguments: [`--${mode}`, ...valued.flat()],
  }
}

/** @param {readonly string[]} words */
export const onlyAsksHow = words => words.includes('--help') || words.includes('-h')
