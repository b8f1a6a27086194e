import type { StandingFault } from '../../shared/fault'
import type { WatchedJob } from '../../shared/snapshot'
import { faultName } from './fault-name'
import { agoText, clockText } from './times'

/** What stands between us and this job: the whole connection's trouble before the job's own. */
export const standingOf = (watched: WatchedJob, connection: StandingFault | null): StandingFault | null =>
  connection ?? watched.fault

/** How fresh the row is: `seen 12 s ago`, `unreachable since 14:02`, `3 min ago`. `aheadMs`: how far the server's clock is ahead of ours. */
export function freshnessText(watched: WatchedJob, connection: StandingFault | null, now: number, aheadMs = 0): string {
  if (watched.gone) return 'gone from the server'
  const ended = watched.job?.phase === 'ended'
  const standing = standingOf(watched, connection)
  if (standing !== null && !ended) return `${faultName(standing.fault)} since ${clockText(now, standing.since)}`
  if (ended) {
    const said = watched.job?.completedAt ?? null
    if (said !== null) return agoText(now + aheadMs, said)
    return watched.endedSeenAt === null ? 'ended' : agoText(now, watched.endedSeenAt)
  }
  return watched.seenAt === null ? 'first look…' : `seen ${agoText(now, watched.seenAt)}`
}
