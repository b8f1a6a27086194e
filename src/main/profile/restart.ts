import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Banner } from '../../shared/snapshot'

/** An app that falls again so soon after it came back, ms, is let lie (reliability fault 44). */
const guardMs = 10 * 60_000
/** The new process is there after a few seconds: later, somebody else has started it. */
const comingBackMs = 60_000

/** How the last process ended that did not end by a person's will. */
export type Fall = {
  /** Ms since 1970. */
  readonly at: number
  readonly why: 'error' | 'graphics'
  /** False: it had come back lately already. */
  readonly restarted: boolean
  /** The window could be seen. */
  readonly window: boolean
}

export const mayRestart = (last: Fall | null, now: number): boolean =>
  last === null || !last.restarted || now < last.at || now - last.at >= guardMs

const isBack = (last: Fall | null, now: number): last is Fall =>
  last?.restarted === true && now >= last.at && now - last.at < comingBackMs

export const reopensWindow = (last: Fall | null, now: number): boolean => isBack(last, now) && last.window

/** What a person should know of it; null: nothing happened, or it was told. */
export function fallBanner(last: Fall | null, now: number): Banner | null {
  const tell = (tone: Banner['tone'], text: string): Banner => ({ id: 'fall', tone, text, act: null })
  if (last !== null && !last.restarted)
    return tell('warning', 'Jobtray ended twice in a short time because of an error of its own. Its log says which.')
  if (!isBack(last, now)) return null
  return last.why === 'graphics'
    ? tell('info', 'The graphics of this computer kept failing, so Jobtray has started again and draws without them.')
    : tell('warning', 'Jobtray started again after an error of its own. Nothing is lost, and its log says what it was.')
}

/** The note that one process leaves the next. Read before anything else is: nothing heavy may be needed for it. */
export function fallsIn(profile: string) {
  const file = join(profile, 'fall.json')
  return {
    read(): Fall | null {
      try {
        return fallOf(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return null
      }
    },
    /** The last end was told: a person has started the app since. */
    settle(last: Fall | null): void {
      if (last === null || last.restarted) return
      try {
        rmSync(file, { force: true })
      } catch {
        // It is told once more.
      }
    },
    /** False: it could not be written down, so nobody would know of it. */
    write(fall: Fall): boolean {
      try {
        writeFileSync(`${file}.half`, JSON.stringify(fall), { mode: 0o600, flush: true })
        renameSync(`${file}.half`, file)
        return true
      } catch {
        return false
      }
    },
  }
}

export type Falls = ReturnType<typeof fallsIn>

function fallOf(read: unknown): Fall | null {
  if (typeof read !== 'object' || read === null) return null
  const at: unknown = Reflect.get(read, 'at')
  if (typeof at !== 'number') return null
  return {
    at,
    why: Reflect.get(read, 'why') === 'graphics' ? 'graphics' : 'error',
    restarted: Reflect.get(read, 'restarted') === true,
    window: Reflect.get(read, 'window') === true,
  }
}
