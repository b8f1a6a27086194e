import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultProfile, type Mode } from '../profile/paths'

export type Launch = {
  readonly mode: Mode
  /** Absolute. */
  readonly profile: string
  /** Quit by itself after so many seconds. */
  readonly seconds: number | null
  /** For the demo's sandbox: the same seed, the same life. */
  readonly seed: number | null
}

export type LaunchVerdict =
  | { readonly ok: true; readonly launch: Launch }
  | { readonly ok: false; readonly why: string }

/** A wrong option, said in a sentence for the person who typed it. */
class WrongOption extends Error {}

/** Node's timers hold 2^31 ms at most; a longer one would go off at once. */
const mostSeconds = 2_000_000

const options = {
  demo: { type: 'boolean' },
  live: { type: 'boolean' },
  profile: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
} as const

/** Reads the app's own options and passes over what belongs to Chromium or Electron. */
export function readArguments(argv: readonly string[]): LaunchVerdict {
  try {
    return { ok: true, launch: launchOf(parseArgs({ args: [...argv], strict: false, options }).values) }
  } catch (error) {
    return { ok: false, why: error instanceof WrongOption ? error.message : 'The options could not be read.' }
  }
}

type Given = { readonly [Name in keyof typeof options]?: string | boolean | undefined }

function launchOf(given: Given): Launch {
  const demo = flag('demo', given.demo)
  if (demo && flag('live', given.live)) throw new WrongOption('Choose one of --demo and --live.')
  const mode = demo ? 'demo' : 'live'
  const seconds = number('seconds', given.seconds)
  if (seconds !== null && !(seconds > 0 && seconds <= mostSeconds)) {
    throw new WrongOption('--seconds takes a number above 0 and at most 2,000,000.')
  }
  const seed = number('seed', given.seed)
  if (seed !== null && !Number.isSafeInteger(seed)) throw new WrongOption('--seed takes a whole number.')
  return { mode, profile: resolve(value('profile', given.profile) ?? defaultProfile(mode)), seconds, seed }
}

function flag(name: string, given: string | boolean | undefined): boolean {
  if (typeof given === 'string') throw new WrongOption(`--${name} takes no value.`)
  return given === true
}

/** Another option in the place of the value means that the value was forgotten. */
function value(name: string, given: string | boolean | undefined): string | null {
  if (given === undefined) return null
  if (typeof given === 'string' && given !== '' && !given.startsWith('--')) return given
  throw new WrongOption(`--${name} needs a value.`)
}

function number(name: string, given: string | boolean | undefined): number | null {
  const text = value(name, given)
  if (text === null) return null
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new WrongOption(`--${name} takes a number, not “${text.slice(0, 40)}”.`)
  return Number(text)
}
