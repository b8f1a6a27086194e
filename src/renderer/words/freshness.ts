import type { StandingFault } from '../../shared/fault'
import type { WatchedJob } from '../../shared/snapshot'
import { faultName } from './fault-name'
import { agoText, clockText } from './times'

/** What stands between us and this job: the whole connection's trouble before the job's own. */
export const standingOf = (watched: WatchedJob, connection: StandingFault | null): StandingFault | null =>
  connection ?? watched.fault

export type About = {
  /** Of the whole connection. */
  readonly fault: StandingFault | null
  /** A person has paused this connection, or all watching. */
  readonly paused?: boolean
  /** How far the server's clock is ahead of ours, ms. */
  readonly aheadMs?: number
}

/** How fresh the row is: `seen 12 s ago`, `unreachable since 14:02`, `paused, seen 3 min ago`, `3 min ago`. */
export function freshnessText(watched: WatchedJob, about: About, now: number): string {
  const { fault, paused = false, aheadMs = 0 } = about
  if (watched.gone) return 'gone from the server'
  const ended = watched.job?.phase === 'ended'
  const standing = standingOf(watched, fault)
  // What is not asked can be neither reached nor out of reach.
  if (paused && !ended) return watched.seenAt === null ? 'paused' : `paused, seen ${agoText(now, watched.seenAt)}`
  if (standing !== null && !ended) return `${faultName(standing.fault)} since ${clockText(now, standing.since)}`
  if (ended) {
    const said = watched.job?.completedAt ?? null
    if (said !== null) return agoText(now + aheadMs, said)
    return watched.endedSeenAt === null ? 'ended' : agoText(now, watched.endedSeenAt)
  }
  return watched.seenAt === null ? 'first look…' : `seen ${agoText(now, watched.seenAt)}`
}
