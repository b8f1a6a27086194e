import type { WatchedJob } from '../../shared/snapshot'
import { type Group, groupOf } from '../../shared/standing'

/** Running, then queued, then what is not known yet. Progress is left out on purpose: rows must not jump about. */
const phaseRank = { running: 0, queued: 1, unknown: 2, ended: 3 } as const

const endOf = (watched: WatchedJob): string => watched.endedSeenAt ?? watched.seenAt ?? watched.addedAt

/** Newest ending first among those that are over; the newest added first among the active. Ties by id. */
export function compareInGroup(group: Group, a: WatchedJob, b: WatchedJob): number {
  if (group === 'active') {
    const phase = phaseRank[a.job?.phase ?? 'unknown'] - phaseRank[b.job?.phase ?? 'unknown']
    if (phase !== 0) return phase
    return newerFirst(a.addedAt, b.addedAt) || (a.ref.jobId < b.ref.jobId ? -1 : 1)
  }
  return newerFirst(endOf(a), endOf(b)) || (a.ref.jobId < b.ref.jobId ? -1 : 1)
}

const newerFirst = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1)

/** Whether both stand in the same place of the list, whatever the notices say. */
export function sameRank(a: WatchedJob, b: WatchedJob): boolean {
  const none: ReadonlySet<string> = new Set()
  const group = groupOf(a, none)
  if (group !== groupOf(b, none) || a.addedAt !== b.addedAt) return false
  return group === 'active' ? a.job?.phase === b.job?.phase : endOf(a) === endOf(b)
}
