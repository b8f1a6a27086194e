import { type JobRef, sameRef } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { type Circumstances, nextLook } from './cadence'
import type { Clock } from './clock'
import { endingLookDue, type Plan } from './plan'

export type DuePorts = {
  readonly clock: Clock
  /** 0 to 1. */
  readonly random: () => number
  readonly around: () => Circumstances
  /** The job whose page is open before somebody's eyes. */
  readonly openJob: () => JobRef | null
}

/** When the look after the last one is due, monotonic ms, or null: never again. A job never looked at is due now, and so is one that was asked for. */
export const createDue =
  ({ clock, random, around, openJob }: DuePorts) =>
  (plan: Plan, watched: WatchedJob): number | null => {
    const now = clock.monotonic()
    plan.hurried = false
    // What the look under way brings may be from before the person asked.
    if (plan.isAsked) return now
    const { job, fault, gone } = watched
    if (job?.phase === 'ended' && fault === null && !gone) return endingLookDue(plan, watched, clock)
    const open = openJob()
    const { quiet, failures, lane, since, lookedAt } = plan
    const course = { quiet, failures, age: now - since, isOpen: open !== null && sameRef(open, plan.ref) }
    const mayHurry = () => {
      plan.hurried = lane.server.origin.mayHurry()
      return plan.hurried
    }
    const wait = nextLook(watched, course, around(), { random, mayHurry })
    return wait === null ? null : Math.max(now, lookedAt + wait)
  }
