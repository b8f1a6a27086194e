import { type JobRef, mostOnAPage, refKey } from '../../shared/job'
import type { Banner, NoticeView, WatchedJob } from '../../shared/snapshot'
import type { TimelineEntry } from '../../shared/timeline'
import type { DetailParts } from '../apis/jobs-api'
import type { Board } from './board'
import type { Clock } from './clock'
import type { NoticeDraft } from './notices'
import { thinned } from './thinning'

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
  /** The time line so far, oldest first. */
  readonly history: (ref: JobRef) => readonly TimelineEntry[]
  readonly markSeen: (ids: readonly number[]) => void
}

/** Entries of one job's time line that wait in memory for the disk. */
const mostMomentsOwed = 60

const diskBanner: Banner = {
  id: 'disk',
  tone: 'error',
  text: 'Nothing can be saved: the disk refuses. Make room; endings are told as soon as they can be written down.',
  act: null,
}

export type WriterPorts = {
  readonly board: Pick<Board, 'raise' | 'lower'>
  readonly log: Pick<WatchLog, 'record' | 'recordNotices'>
  readonly clock: Clock
  readonly trouble: (where: string, error: unknown) => void
}

/** Writes what answers leave; what the disk refuses is tried again with the next answer about the job. */
export function createWriter({ board, log, clock, trouble }: WriterPorts) {
  /** A job's last state and every notice it still owes. */
  const owed = new Map<string, LogEntry>()
  let owedNotices: readonly NoticeDraft[] = []

  const attempt = (act: () => readonly NoticeView[], keep: () => void): readonly NoticeView[] => {
    try {
      const notices = act()
      if (owed.size === 0 && owedNotices.length === 0) board.lower(diskBanner.id)
      return notices
    } catch (error) {
      keep()
      board.raise(diskBanner)
      trouble('journal', error)
      return []
    }
  }

  /** Those that are about no job. */
  const writeNotices = (drafts: readonly NoticeDraft[]): readonly NoticeView[] => {
    const all = [...owedNotices, ...drafts]
    if (all.length === 0) return []
    const write = () => {
      const notices = log.recordNotices(all, clock.wall())
      owedNotices = []
      return notices
    }
    return attempt(write, () => {
      owedNotices = all
    })
  }

  return {
    owes: (watched: WatchedJob): boolean => owedNotices.length > 0 || owed.has(refKey(watched.ref)),
    writeNotices,
    /** A notice that is not on the disk is not shown: else a restart would show it again (architecture rule 5). */
    write(next: LogEntry): readonly NoticeView[] {
      const key = refKey(next.watched.ref)
      const before = owed.get(key)
      const all = before === undefined ? next : added(before, next)
      const write = () => {
        const notices = log.record(all, clock.wall())
        owed.delete(key)
        return notices
      }
      const keep = () => void owed.set(key, { ...all, detail: all.detail && withShortLists(all.detail) })
      const written = attempt(write, keep)
      return owed.has(key) ? written : [...written, ...writeNotices([])]
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
