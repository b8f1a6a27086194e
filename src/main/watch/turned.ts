import { sameRank } from '../../shared/rank'
import type { ConnectionView, WatchedJob } from '../../shared/snapshot'
import { isFailing } from '../../shared/troubles'

/** Whether a job stands otherwise than before, and is not merely further along: what a glance should show at once. */
export const jobTurned = (before: WatchedJob | undefined, now: WatchedJob): boolean =>
  before === undefined ||
  !sameRank(before, now) ||
  before.fault?.fault.kind !== now.fault?.fault.kind ||
  before.gone !== now.gone ||
  before.muted !== now.muted ||
  (before.stalledSince == null) !== (now.stalledSince == null) ||
  isFailing(before) !== isFailing(now)

/** The same of a connection, whose count of requests moves all the time. */
export const connectionTurned = (before: ConnectionView | undefined, now: ConnectionView): boolean =>
  before === undefined ||
  before.name !== now.name ||
  before.paused !== now.paused ||
  before.fault?.fault.kind !== now.fault?.fault.kind ||
  before.writeFault?.fault.kind !== now.writeFault?.fault.kind
