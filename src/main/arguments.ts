import { parseArgs } from 'node:util'
import { defaultProfile, type Mode } from '../profile/paths'

export type Launch = {
  readonly mode: Mode
  readonly profile: string
  /** Quit by itself after so many seconds. */
  readonly seconds: number | null
  /** For the demo's sandbox: the same seed, the same life. */
  readonly seed: number | null
}

export type LaunchVerdict =
  | { readonly ok: true; readonly launch: Launch }
  | { readonly ok: false; readonly why: string }

const positive = (name: string, text: string | undefined): number | null => {
  if (text === undefined) return null
  const value = Number(text)
  if (!(value > 0 && Number.isFinite(value)))
    throw new Error(`--${name} takes a number above 0, not “${text.slice(0, 40)}”.`)
  return value
}

/** Reads the app's own options and passes over what belongs to Chromium or Electron. */
export function readArguments(argv: readonly string[]): LaunchVerdict {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      demo: { type: 'boolean' },
      live: { type: 'boolean' },
      profile: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
    },
  })
  const text = (name: 'profile' | 'seconds' | 'seed'): string | undefined => {
    const value = values[name]
    if (value === true) throw new Error(`--${name} needs a value.`)
    return typeof value === 'string' ? value : undefined
  }
  try {
    if (values.demo === true && values.live === true) throw new Error('Choose one of --demo and --live.')
    const mode = values.demo === true ? 'demo' : 'live'
    const profile = text('profile') ?? defaultProfile(mode)
    if (profile === '') throw new Error('--profile needs a folder.')
    const seconds = positive('seconds', text('seconds'))
    return { ok: true, launch: { mode, profile, seconds, seed: positive('seed', text('seed')) } }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : 'The options could not be read.' }
  }
}
