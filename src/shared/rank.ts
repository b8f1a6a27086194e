import type { ConnectionId } from './connection'
import type { WatchedJob } from './snapshot'
import { type Group, groupOf } from './standing'

/** Running, then queued, then what is not known yet. Progress is left out on purpose: rows must not jump about. */
const phaseRank = { running: 0, queued: 1, unknown: 2, ended: 3 } as const

type End = { readonly seen: number /** By the server's clock; null: it said none. */; readonly said: number | null }
const ends = new WeakMap<WatchedJob, End>()

function endOf(watched: WatchedJob): End {
  const known = ends.get(watched)
  if (known !== undefined) return known
  const seen = Date.parse(watched.endedSeenAt ?? watched.seenAt ?? watched.addedAt)
  const said = watched.job?.phase === 'ended' ? Date.parse(watched.job.completedAt ?? '') : Number.NaN
  const end = { seen, said: Number.isNaN(said) ? null : said }
  ends.set(watched, end)
  return end
}

/** How far the clock of a connection's server is ahead of ours, ms (api-notes E15). */
export type AheadOf = (connectionId: ConnectionId) => number

/** When it ended, ms since 1970 by our clock; never later than when we saw it ended. */
function endedAt(watched: WatchedJob, aheadOf: AheadOf): number {
  const { seen, said } = endOf(watched)
  return said === null ? seen : Math.min(said - aheadOf(watched.ref.connectionId), seen)
}

/** Newest ending first among those that are over; the newest added first among the active. Ties by id. */
export function compareInGroup(group: Group, a: WatchedJob, b: WatchedJob, aheadOf: AheadOf): number {
  if (group === 'active') {
    const phase = phaseRank[a.job?.phase ?? 'unknown'] - phaseRank[b.job?.phase ?? 'unknown']
    if (phase !== 0) return phase
    return newerFirst(a.addedAt, b.addedAt) || (a.ref.jobId < b.ref.jobId ? -1 : 1)
  }
  return endedAt(b, aheadOf) - endedAt(a, aheadOf) || (a.ref.jobId < b.ref.jobId ? -1 : 1)
}

const newerFirst = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1)

const none: ReadonlySet<string> = new Set()

/** Whether both stand in the same place of the list, whatever the notices say. */
export function sameRank(a: WatchedJob, b: WatchedJob): boolean {
  const group = groupOf(a, none)
  if (group !== groupOf(b, none) || a.addedAt !== b.addedAt || a.pinned !== b.pinned) return false
  if (a.job?.jobType !== b.job?.jobType) return false
  if (group === 'active') return a.job?.phase === b.job?.phase
  return endOf(a).seen === endOf(b).seen && endOf(a).said === endOf(b).said
}
