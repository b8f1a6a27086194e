import type { Fault, Result } from '../../shared/fault'
import { type JobRef, mostOnAPage, refKey } from '../../shared/job'
import type { Banner, ConnectionView, NoticeView, WatchedJob } from '../../shared/snapshot'
import type { TimelineEntry } from '../../shared/timeline'
import type { DetailParts, Observation } from '../apis/jobs-api'
import type { Board } from './board'
import { changesBetween } from './changes'
import type { Clock } from './clock'
import type { Follower } from './follower'
import { connectionNotice, type NoticeDraft, noticesFor } from './notices'
import { differs, sight } from './sighting'
import { thinned } from './thinning'
import { momentBetween } from './timeline'

/** What one answer leaves to be written down. */
export type LogEntry = {
  readonly watched: WatchedJob
  /** Jobs that it names for the first time: on the list from now on. */
  readonly found: readonly WatchedJob[]
  /** False when the job itself is as it was: being looked at again is not news for the disk. */
  readonly isNews: boolean
  /** The first good answer about the job: no detail that was kept before is this job's. */
  readonly isFirst: boolean
  readonly detail: DetailParts | null
  readonly drafts: readonly NoticeDraft[]
  /** What the time line gains, oldest first. */
  readonly moments: readonly TimelineEntry[]
}

/** What the watcher writes to: the journal, in one transaction a call. */
export type WatchLog = {
  /** Writes the job and the notices that are new; gives back those (a key that is known already is not new). */
  readonly record: (entry: LogEntry, at: Date) => readonly NoticeView[]
  readonly recordNotices: (notices: readonly NoticeDraft[], at: Date) => readonly NoticeView[]
}

export type WatcherPorts = {
  readonly board: Board
  readonly log: WatchLog
  readonly clock: Clock
  readonly trouble: (where: string, error: unknown) => void
  /** Shows what has been written down. */
  readonly announce: (notices: readonly NoticeView[]) => void
  /** Knows which jobs that an answer names are to be watched as well. */
  readonly follower: Pick<Follower, 'found'>
  /** Begins to look at jobs that are on the list. */
  readonly lookAt: (list: readonly WatchedJob[]) => void
}

/** Entries of one job's time line that wait in memory for the disk. */
const mostMomentsOwed = 60

const diskBanner: Banner = {
  id: 'disk',
  tone: 'error',
  text: 'Nothing can be saved: the disk refuses. Make room; endings are told as soon as they can be written down.',
  act: null,
}

/** Takes each answer through: known -> sighting -> changes -> notices -> written down -> told. */
export function createWatcher({ board, log, clock, announce, trouble, follower, lookAt }: WatcherPorts) {
  /** What could not be written, to be tried again with the next look: a job's last state and every notice it still owes. */
  const owed = new Map<string, LogEntry>()

  const tell = (notices: readonly NoticeView[]) => {
    board.addNotices(notices)
    announce(notices)
  }

  /** A notice that is not on the disk is not shown: else a restart would show it again (architecture rule 5). */
  const write = (next: LogEntry): readonly NoticeView[] => {
    const key = refKey(next.watched.ref)
    const before = owed.get(key)
    const all = before === undefined ? next : added(before, next)
    try {
      const notices = log.record(all, clock.wall())
      owed.delete(key)
      if (owed.size === 0) board.lower(diskBanner.id)
      return notices
    } catch (error) {
      owed.set(key, { ...all, detail: all.detail && withShortLists(all.detail) })
      board.raise(diskBanner)
      trouble('journal', error)
      return []
    }
  }

  /** Told in this run: what is lost again after that is news. */
  const toldLost = new Set<string>()

  /** A restart is no news: the same was told in an earlier run, and no job of the connection was seen since. */
  const stoodBefore = ({ id, name }: ConnectionView, fault: Fault): boolean => {
    const isFirst = !toldLost.has(id)
    toldLost.add(id)
    const last = board.parts().notices.find(notice => notice.kind === 'connection' && notice.connectionId === id)
    if (!isFirst || last === undefined) return false
    const { title, body } = connectionNotice({ id, name }, fault, last.at)
    const seenSince = [...board.jobs()].some(
      ({ ref, seenAt }) => ref.connectionId === id && seenAt !== null && seenAt > last.at,
    )
    return last.title === title && last.body === body && !seenSince
  }

  return {
    receive(ref: JobRef, result: Result<Observation>): void {
      const before = board.job(ref)
      const connection = board.connection(ref.connectionId)
      if (before === undefined || connection === undefined) return
      const after = sight(before, result, clock.wall())
      const drafts = noticesFor(changesBetween(before, after), after, connection.name)
      const detail = result.ok ? (result.value.detail ?? null) : null
      const isNews = differs(before, after)
      const moments = [momentBetween(before, after) ?? []].flat()
      const children = follower.found(before, after)
      board.putJobs([after, ...children])
      if (children.length > 0) lookAt(children)
      if (!isNews && detail === null && moments.length === 0 && !owed.has(refKey(ref))) return
      const isFirst = before.job === null && after.job !== null
      tell(write({ watched: after, found: children, isNews, isFirst, detail, drafts, moments }))
    },
    /** A connection as a whole cannot be watched, or can again (null). */
    connectionFault(id: string, fault: Fault | null): void {
      const connection = board.connection(id)
      if (connection === undefined) return
      const standing = connection.fault
      if (fault === null ? standing === null : standing?.fault.kind === fault.kind) return
      const at = clock.wall()
      const since = at.toISOString()
      board.putConnection({ ...connection, fault: fault && { fault, since } })
      if (fault === null || stoodBefore(connection, fault)) return
      tell(log.recordNotices([connectionNotice(connection, fault, since)], at))
    },
  }
}

const added = (before: LogEntry, next: LogEntry): LogEntry => ({
  watched: next.watched,
  found: [...before.found, ...next.found],
  isNews: before.isNews || next.isNews,
  isFirst: before.isFirst || next.isFirst,
  detail: before.detail === null ? next.detail : { ...before.detail, ...next.detail },
  drafts: [...before.drafts, ...next.drafts],
  // The disk may stay full for days.
  moments: thinned([...before.moments, ...next.moments], mostMomentsOwed),
})

/** The disk may stay full for days: what waits in memory must not hold ten thousand errors of each job. */
const withShortLists = (detail: DetailParts): DetailParts => ({
  ...detail,
  ...(detail.errors && { errors: detail.errors.slice(-mostOnAPage) }),
  ...(detail.warnings && { warnings: detail.warnings.slice(-mostOnAPage) }),
  ...(detail.referenceKeys && { referenceKeys: detail.referenceKeys.slice(0, mostOnAPage) }),
})

export type Watcher = ReturnType<typeof createWatcher>
