import type { Fault } from '../../shared/fault'
import { isActive, refKey } from '../../shared/job'
import type { NoticeView, WatchedJob } from '../../shared/snapshot'

/** Where a job stands in the list: what goes on, what a person should look at, what is over. */
export type Group = 'active' | 'attention' | 'recent'

const worries: ReadonlySet<string> = new Set(['warned', 'partial', 'failed', 'unknown'])

/** The jobs whose bad ending was told and not looked at yet: the same rule by which the tray counts them. */
export function unseenWorries(notices: readonly NoticeView[]): ReadonlySet<string> {
  const keys = notices.flatMap(notice =>
    !notice.seen && notice.ref !== null && notice.outcome !== null && worries.has(notice.outcome)
      ? [refKey(notice.ref)]
      : [],
  )
  return new Set(keys)
}

/** A job that no answer ever showed and that waiting alone will not show. */
const needsHelp = (fault: Fault): boolean =>
  fault.kind === 'not-found' || fault.kind === 'rejected' || fault.kind === 'garbled' || fault.kind === 'not-the-api'

export function groupOf(watched: WatchedJob, unseen: ReadonlySet<string>): Group {
  if (unseen.has(refKey(watched.ref))) return 'attention'
  if (watched.gone) return 'recent'
  if (watched.job === null) return watched.fault !== null && needsHelp(watched.fault.fault) ? 'attention' : 'active'
  return isActive(watched.job) ? 'active' : 'recent'
}

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
