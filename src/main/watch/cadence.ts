import type { Fault } from '../../shared/fault'
import { forbiddenMs, shortestMs, tempos } from '../../shared/pace'
import type { Pace } from '../../shared/settings'
import type { WatchedJob } from '../../shared/snapshot'
import { backoff } from './origin/backoff'

const second = 1_000
const minute = 60 * second
/** A job that was taken up less than this ago is one that somebody waits for, ms. */
const youngMs = 2 * minute
/** How much longer the pause gets with each look that shows nothing new. */
const slowing = 1.5

/** What surrounds all jobs. */
export type Circumstances = {
  readonly pace: Pace
  /** The window can be seen: it is there, not hidden, and the screen is not locked. */
  readonly inView: boolean
  /** Power is to be spared, or nobody is looking: hidden, locked or on battery. */
  readonly sparing: boolean
  /** A job that has stalled is looked at this often at least, ms; the pace decides when it is left out. */
  readonly stalledLookMs?: number | undefined
}

/** What the looks at one job have been like. */
export type Course = {
  /** Looks in a row that showed nothing new. */
  readonly quiet: number
  /** Faults in a row. */
  readonly failures: number
  /** The job's own page is open. */
  readonly isOpen: boolean
  /** For how long it has been on the list, ms. */
  readonly age: number
}

export type Chance = {
  /** 0 to 1. */
  readonly random: () => number
  /** May be asked once: whether a look sooner than usual is allowed after a fault (the retry budget). */
  readonly mayHurry: () => boolean
}

/** Ms from the last look until an active job should be looked at again, or null: never. Endings: `nextEndingLook`. */
export function nextLook(watched: WatchedJob, course: Course, around: Circumstances, chance: Chance): number | null {
  if (watched.gone) return null
  const usual = Math.max(shortestMs, spread(usualPause(watched, course, around), chance.random()))
  return watched.fault === null ? usual : afterFault(watched, watched.fault.fault, course.failures, usual, chance)
}

/** Ms between two looks that meet no fault, before chance has its say. */
export function usualPause({ job, stalledSince }: WatchedJob, course: Course, around: Circumstances): number {
  const tempo = tempos[around.pace]
  if (course.isOpen) return tempo.fast
  if (job?.phase === 'unknown') return tempo.slow
  if (stalledSince != null) return Math.min(tempo.slow, around.stalledLookMs ?? tempo.slow)
  const young = course.age < youngMs
  const first = around.inView || young ? tempo.fast : tempo.unseen
  return Math.min(around.sparing ? tempo.stillUnseen : tempo.still, first * slowing ** Math.min(course.quiet, 20))
}

/** A fifth more or less, so that jobs taken up together do not stay together. */
const spread = (ms: number, random: number): number => Math.round(ms * (0.8 + 0.4 * random))
/** Up to a fifth more, for what must not come sooner. */
const later = (ms: number, random: number): number => Math.round(ms * (1 + 0.2 * random))

/** Said twice, thirty seconds apart, it means that the job is gone (reliability fault 3). */
const goneOrNot = 35 * second
/** An id that the server never knew may be made yet; it is asked about ever more rarely, ms. */
const neverSeen = (failures: number): number =>
  Math.min(5 * minute, goneOrNot * slowing ** Math.max(0, Math.min(failures - 1, 20)))

function afterFault({ job }: WatchedJob, fault: Fault, failures: number, usual: number, chance: Chance): number {
  switch (fault.kind) {
    case 'not-found':
      return later(job === null ? neverSeen(failures) : goneOrNot, chance.random())
    case 'forbidden':
      return later(forbiddenMs, chance.random())
    case 'rejected':
    case 'moved':
    case 'conflict':
      return later(5 * minute, chance.random())
    // What a server or a connection as a whole wants is heeded for all its jobs at once.
    case 'rate-limited':
    case 'unauthorized':
    case 'no-key':
      return usual
    default: {
      const wait = Math.max(shortestMs, backoff(failures, chance.random()))
      return wait >= usual || chance.mayHurry() ? wait : usual
    }
  }
}

/** Looks after an ending, in ms since it was first seen: the server may correct itself or run the job again (api-notes E13). */
const afterEnd = [1 * minute, 5 * minute, 30 * minute]

/** When, in ms since an ending was first seen, the next look at it is due; null: never again. `lookedAt`: the last one. */
export const nextEndingLook = (lookedAt: number): number | null => afterEnd.find(ms => ms > lookedAt) ?? null

/** Whether a look after sleep, or when the network is back, may bring something new: not for what an answer has settled. */
export function isSwept({ job, gone, fault }: WatchedJob): boolean {
  if (gone || job?.phase === 'ended') return false
  switch (fault?.fault.kind) {
    case 'forbidden':
    case 'not-found':
    case 'rejected':
    case 'moved':
    case 'conflict':
      return false
    default:
      return true
  }
}
