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

/** `more`: what can be left out where there is little room. */
export type Freshness = { readonly word: string; readonly more: string }

/** How fresh the row is: `seen 12 s ago`, `unreachable` and `since 14:02`, `paused` and `seen 3 min ago`, `3 min ago`. */
export function freshnessOf(watched: WatchedJob, about: About, now: number): Freshness {
  const { fault, paused = false } = about
  const ended = watched.job?.phase === 'ended'
  const standing = standingOf(watched, fault)
  if (!watched.gone && !ended) {
    // What is not asked can be neither reached nor out of reach.
    if (paused) return { word: 'paused', more: watched.seenAt === null ? '' : `, seen ${agoText(now, watched.seenAt)}` }
    if (standing !== null) return { word: faultName(standing.fault), more: ` since ${clockText(now, standing.since)}` }
  }
  return { word: untroubled(watched, about, now), more: '' }
}

function untroubled(watched: WatchedJob, { aheadMs = 0 }: About, now: number): string {
  if (watched.gone) return 'gone from the server'
  if (watched.job?.phase === 'ended') {
    const said = watched.job?.completedAt ?? null
    if (said !== null) return agoText(now + aheadMs, said)
    return watched.endedSeenAt === null ? 'ended' : agoText(now, watched.endedSeenAt)
  }
  return watched.seenAt === null ? 'first look…' : `seen ${agoText(now, watched.seenAt)}`
}
