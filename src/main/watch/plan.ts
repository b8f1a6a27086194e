import { type JobRef, refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Lane } from './agenda'
import { nextEndingLook } from './cadence'
import type { Clock } from './clock'
import { type Depth, unread } from './depth'
import { type Heaped, nowhere } from './heap'

/** What is planned for one job, and what its looks have been like. Times are monotonic ms. */
export type Plan = Heaped & {
  readonly ref: JobRef
  readonly key: string
  /** When it was put on the list. */
  readonly since: number
  lane: Lane
  /** It was never looked at, and nobody asks for it in particular: it waits for its turn among many. */
  isFirst: boolean
  /** A person has asked for a look, and none has begun since. */
  isAsked: boolean
  /** When the last look ended. */
  lookedAt: number
  /** Looks in a row that showed nothing new. */
  quiet: number
  /** Faults in a row. */
  failures: number
  depth: Depth
  /** The next look comes sooner than usual, out of the retry budget. */
  hurried: boolean
  /** The ending that is known: `mark` names it, `at` is when it was first seen, `lookedAt` the last look, ms after that. */
  ending: { readonly mark: string; readonly at: number; readonly lookedAt: number } | null
}

const long = Number.NEGATIVE_INFINITY
const msBetween = (from: string, to: string | Date): number => new Date(to).getTime() - new Date(from).getTime()

export const newPlan = (watched: WatchedJob, lane: Lane, clock: Clock): Plan => ({
  ref: watched.ref,
  key: refKey(watched.ref),
  since: clock.monotonic() - Math.max(0, msBetween(watched.addedAt, clock.wall())),
  lane,
  isFirst: watched.job === null && watched.triedAt === null,
  due: 0,
  place: nowhere,
  isAsked: false,
  lookedAt: long,
  quiet: 0,
  failures: 0,
  depth: unread,
  hurried: false,
  ending: null,
})

/**
 * When the next look at an ended job is due, null: never again. Counted by the monotonic clock from the moment the ending
 * was seen; only what happened before this run has to be told from wall times (reliability fault 24).
 */
export function endingLookDue(plan: Plan, watched: WatchedJob, clock: Clock): number | null {
  const mark = watched.endedSeenAt ?? ''
  const now = clock.monotonic()
  if (plan.ending?.mark !== mark) {
    const age = mark === '' ? 0 : Math.max(0, msBetween(mark, clock.wall()))
    const lookedAt =
      mark === '' || watched.triedAt === null ? 0 : Math.min(age, Math.max(0, msBetween(mark, watched.triedAt)))
    plan.ending = { mark, at: now - age, lookedAt }
  } else if (plan.lookedAt > plan.ending.at) {
    plan.ending = { ...plan.ending, lookedAt: plan.lookedAt - plan.ending.at }
  }
  const next = nextEndingLook(plan.ending.lookedAt)
  return next === null ? null : Math.max(now, plan.ending.at + next)
}
