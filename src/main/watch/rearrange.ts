import { type JobRef, refKey } from '../../shared/job'
import { shortestMs } from '../../shared/pace'
import type { WatchedJob } from '../../shared/snapshot'
import type { Agenda } from './agenda'
import { isSwept } from './cadence'
import type { Plan } from './plan'

/** A list that is taken up at once, and a sweep over all, are spread over this many ms. */
export const spreadMs = 750

export type RearrangePorts = {
  readonly plans: ReadonlyMap<string, Plan>
  readonly agenda: Agenda
  /** 0 to 1. */
  readonly random: () => number
  readonly job: (ref: JobRef) => WatchedJob | undefined
  readonly replan: (plan: Plan) => void
}

/** Changes of what is planned that no answer brings about. `now` in monotonic ms. */
export const createRearrange = ({ plans, agenda, random, job, replan }: RearrangePorts) => ({
  /** Somebody waits for a job: the next look comes so soon after the last one, ms. True when that is sooner than planned. */
  attend(ref: JobRef, within: number, now: number): boolean {
    const plan = plans.get(refKey(ref))
    const watched = job(ref)
    if (plan === undefined || watched?.job?.phase === 'ended' || watched?.fault != null) return false
    const soonest = Math.max(now, plan.lookedAt + Math.max(within, shortestMs))
    if (soonest >= plan.due && !plan.isFirst) return false
    plan.isFirst = false
    agenda.put(plan, soonest)
    return true
  },

  /** The pace, or what it depends on, has changed: every look that is still to come is planned anew. */
  reconsider(now: number): void {
    for (const plan of plans.values()) {
      if (plan.due > now && job(plan.ref)?.fault === null) replan(plan)
    }
  },

  /**
   * Everything that goes on and that no look since `freshSince` has shown is looked at: the computer has slept, or its
   * network is back. Spread over less than two seconds, and never earlier than a server asked for.
   */
  sweep(freshSince: number, now: number): void {
    for (const server of agenda.servers()) server.origin.tryNow(now)
    for (const plan of plans.values()) {
      const watched = job(plan.ref)
      const isFresh = plan.failures === 0 && plan.lookedAt >= freshSince
      if (isFresh || watched === undefined || !isSwept(watched)) continue
      plan.failures = 0
      const due = now + random() * spreadMs
      if (due < plan.due) agenda.put(plan, due)
    }
  },
})
