import type { WatchedJob } from '../../shared/snapshot'
import { type Group, groupOf } from '../../shared/standing'

/** Running, then queued, then what is not known yet. Progress is left out on purpose: rows must not jump about. */
const phaseRank = { running: 0, queued: 1, unknown: 2, ended: 3 } as const

const ends = new WeakMap<WatchedJob, number>()

/** When it ended, ms since 1970, by the server's word; never later than when we saw it ended, should its clock be ahead. */
function endOf(watched: WatchedJob): number {
  const known = ends.get(watched)
  if (known !== undefined) return known
  const seen = Date.parse(watched.endedSeenAt ?? watched.seenAt ?? watched.addedAt)
  const said = watched.job?.phase === 'ended' ? Date.parse(watched.job.completedAt ?? '') : Number.NaN
  const end = Number.isNaN(said) ? seen : Math.min(said, seen)
  ends.set(watched, end)
  return end
}

/** Newest ending first among those that are over; the newest added first among the active. Ties by id. */
export function compareInGroup(group: Group, a: WatchedJob, b: WatchedJob): number {
  if (group === 'active') {
    const phase = phaseRank[a.job?.phase ?? 'unknown'] - phaseRank[b.job?.phase ?? 'unknown']
    if (phase !== 0) return phase
    return newerFirst(a.addedAt, b.addedAt) || (a.ref.jobId < b.ref.jobId ? -1 : 1)
  }
  return endOf(b) - endOf(a) || (a.ref.jobId < b.ref.jobId ? -1 : 1)
}

const newerFirst = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1)

/** Whether both stand in the same place of the list, whatever the notices say. */
export function sameRank(a: WatchedJob, b: WatchedJob): boolean {
  const none: ReadonlySet<string> = new Set()
  const group = groupOf(a, none)
  if (group !== groupOf(b, none) || a.addedAt !== b.addedAt || a.pinned !== b.pinned) return false
  return group === 'active' ? a.job?.phase === b.job?.phase : endOf(a) === endOf(b)
}
