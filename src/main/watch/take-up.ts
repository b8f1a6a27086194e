import { refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Agenda } from './agenda'
import type { Clock } from './clock'
import { pauseLeft } from './origin/pause'
import { newPlan, type Plan } from './plan'

/** The plan of a job: the one there is, moved to where its connection's looks go now, or a new one. */
export const createTakeUp =
  (plans: Map<string, Plan>, agenda: Agenda, clock: Clock) =>
  (watched: WatchedJob): Plan => {
    const lane = agenda.laneOf(watched.ref.connectionId)
    const plan = plans.get(refKey(watched.ref)) ?? newPlan(watched, lane, clock)
    if (plan.lane !== lane) agenda.remove(plan)
    plan.lane = lane
    plans.set(plan.key, plan)
    heedStanding(plan, watched, clock)
    return plan
  }

/** A restart is no way round what a server asked for. */
function heedStanding({ lane }: Plan, { fault, triedAt }: WatchedJob, clock: Clock): void {
  if (fault === null || triedAt === null) return
  const left = pauseLeft(fault.fault, clock.wall().getTime() - new Date(triedAt).getTime())
  if (left > 0) lane.server.origin.pauseUntil(clock.monotonic() + left)
}
