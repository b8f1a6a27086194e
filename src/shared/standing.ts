import type { Fault } from './fault'
import { isActive, type JobRef, type Outcome, refKey } from './job'
import type { NoticeKind } from './notice-kinds'
import type { NoticeView, WatchedJob } from './snapshot'

/** Where a job stands in the list: what goes on, what a person should look at, what is over. */
export type Group = 'active' | 'attention' | 'recent'

const badOutcomes: ReadonlySet<Outcome> = new Set(['warned', 'partial', 'failed', 'unknown'])

const warnings: ReadonlySet<NoticeKind> = new Set(['first-failure', 'failure-rate', 'stalled', 'post'])

const worries = ({ kind, outcome }: NoticeView): boolean =>
  outcome === null ? warnings.has(kind) : badOutcomes.has(outcome)

/** What puts a job that goes on, or again, among those that need attention: the newest of what was told and not looked at. */
export const unseenWorryOf = (
  notices: readonly NoticeView[],
  { connectionId, jobId }: JobRef,
): NoticeView | undefined =>
  notices
    .filter(({ ref }) => ref?.jobId === jobId && ref.connectionId === connectionId)
    .filter(notice => !notice.seen && worries(notice))
    .reduce<NoticeView | undefined>((newest, notice) => (notice.id > (newest?.id ?? -1) ? notice : newest), undefined)

/** The jobs whose bad ending or trouble, or that of a report about them, was told and not looked at yet: one rule for the tray and the window. */
export function unseenWorries(notices: readonly NoticeView[]): ReadonlySet<string> {
  const keys = notices.flatMap(notice =>
    !notice.seen && notice.ref !== null && worries(notice) ? [refKey(notice.ref)] : [],
  )
  return new Set(keys)
}

/** A job that no answer ever showed and that waiting alone will not show; a link that leads nowhere is nobody's mistake. */
export const needsHelp = (fault: Fault, { origin }: Pick<WatchedJob, 'origin'>): boolean =>
  (fault.kind === 'not-found' && origin !== 'linked') ||
  fault.kind === 'rejected' ||
  fault.kind === 'garbled' ||
  fault.kind === 'not-the-api'

export function groupOf(watched: WatchedJob, unseen: ReadonlySet<string>): Group {
  if (unseen.has(refKey(watched.ref))) return 'attention'
  if (watched.gone) return 'recent'
  if (watched.job === null) {
    const isUnfound = watched.fault !== null && needsHelp(watched.fault.fault, watched)
    // A server that is down by now has not found it meanwhile.
    return isUnfound || watched.unfound === true ? 'attention' : 'active'
  }
  return isActive(watched.job) ? 'active' : 'recent'
}
