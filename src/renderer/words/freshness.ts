import type { StandingFault } from '../../shared/fault'
import type { WatchedJob } from '../../shared/snapshot'
import { faultName } from './fault-name'
import { agoText, clockText } from './times'

/** What stands between us and this job: the whole connection's trouble before the job's own. */
export const standingOf = (watched: WatchedJob, connection: StandingFault | null): StandingFault | null =>
  connection ?? watched.fault

/** How fresh the row is: `seen 12 s ago`, `unreachable since 14:02`, `ended 3 min ago`. */
export function freshnessText(watched: WatchedJob, connection: StandingFault | null, now: number): string {
  if (watched.gone) return 'gone from the server'
  const ended = watched.job?.phase === 'ended'
  const standing = standingOf(watched, connection)
  if (standing !== null && !ended) return `${faultName(standing.fault)} since ${clockText(now, standing.since)}`
  if (ended) {
    const end = watched.job?.completedAt ?? watched.endedSeenAt
    return end ? agoText(now, end) : 'ended'
  }
  return watched.seenAt === null ? 'first look…' : `seen ${agoText(now, watched.seenAt)}`
}
