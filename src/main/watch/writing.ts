import { type JobRef, mostOnAPage, refKey } from '../../shared/job'
import type { Banner, NoticeView, WatchedJob } from '../../shared/snapshot'
import type { TimelineEntry } from '../../shared/timeline'
import type { DetailParts } from '../apis/jobs-api'
import type { Board } from './board'
import type { Clock } from './clock'
import type { ToldBefore } from './earlier-stay'
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
  /** Seen for the first time, or in another phase or run. After a crash nothing else could tell that what follows is news. */
  readonly isTurn: boolean
  readonly detail: DetailParts | null
  readonly drafts: readonly NoticeDraft[]
  /** What the time line gains, oldest first. */
  readonly moments: readonly TimelineEntry[]
}

/** What the watcher writes to: the journal, in one transaction a call. */
export type WatchLog = {
  /** Writes jobs and the notices that are new; gives back those (a key that is known already is not new). */
  readonly record: (entries: readonly LogEntry[], notices: readonly NoticeDraft[], at: Date) => readonly NoticeView[]
  /** The time line so far, oldest first. */
  readonly history: (ref: JobRef) => readonly TimelineEntry[]
  /** What was told of the job, on an earlier stay on the list too; null: nothing. */
  readonly toldBefore: (ref: JobRef) => ToldBefore | null
  readonly markSeen: (ids: readonly number[]) => void
}

/** What no notice hangs on is collected for so long, ms: a crash loses it, and the next look brings it again. */
const collectMs = 5_000
/** So many jobs are written at once at most, and what is left after a breath: the loop is never held for 100 ms. */
const mostAtOnce = 150
const breathMs = 25
/** Between two attempts by itself at what the disk refused, ms; a look at a job with a notice tries at once. */
const againMs = 5_000
const mostTries = 5

/** Entries of one job's time line that wait in memory for the disk. */
const mostMomentsOwed = 60

const diskBanner: Banner = {
  id: 'disk',
  tone: 'error',
  text: 'Nothing can be saved: the disk refuses. Make room; endings are told as soon as they can be written down.',
  act: null,
}

export type WriterPorts = {
  readonly board: Pick<Board, 'raise' | 'lower' | 'job'>
  readonly log: Pick<WatchLog, 'record'>
  readonly clock: Clock
  readonly trouble: (where: string, error: unknown) => void
  /** Shows what has been written down. */
  readonly tell: (notices: readonly NoticeView[]) => void
}

/**
 * Writes what answers leave. Counts, stages and details are collected for some seconds; a notice and what it hangs on are
 * written at once, together with all that was collected before.
 * What the disk refuses waits in memory.
 */
export function createWriter({ board, log, clock, trouble, tell }: WriterPorts) {
  /** By job, the longest waiting first. */
  const waiting = new Map<string, LogEntry>()
  /** Those that are about no job. */
  let drafts: readonly NoticeDraft[] = []
  let refused = false
  let timer: (() => void) | null = null

  const arm = (ms: number) => {
    if (waiting.size > 0 || drafts.length > 0) timer ??= clock.after(ms, flushSome)
  }
  const disarm = () => {
    timer?.()
    timer = null
  }

  /** The board has moved on since, perhaps by a person's act; of a job that was taken off the list nothing is written. */
  const present = (entries: readonly LogEntry[]): readonly LogEntry[] =>
    entries.flatMap(entry => {
      const watched = board.job(entry.watched.ref)
      const found = entry.found.flatMap(({ ref }) => board.job(ref) ?? [])
      return watched === undefined ? [] : [{ ...entry, watched, found }]
    })

  const settled = () => {
    disarm()
    if (!refused) return
    refused = false
    board.lower(diskBanner.id)
  }

  const writeOut = (keys: readonly string[]): boolean => {
    const entries = keys.flatMap(key => waiting.get(key) ?? [])
    try {
      const notices = log.record(present(entries), drafts, clock.wall())
      drafts = []
      for (const key of keys) waiting.delete(key)
      if (waiting.size === 0) settled()
      if (notices.length > 0) tell(notices)
      return true
    } catch (error) {
      refused = true
      for (const key of keys) shorten(key)
      board.raise(diskBanner)
      trouble('journal', error)
      return false
    }
  }

  /** Goes to the end of the line, so that one that can never be written does not keep the others from it. */
  const shorten = (key: string) => {
    const entry = waiting.get(key)
    waiting.delete(key)
    if (entry !== undefined) waiting.set(key, { ...entry, detail: entry.detail && withShortLists(entry.detail) })
  }

  const keysInLine = (): readonly string[] => [...waiting.keys()].slice(0, mostAtOnce)

  const flushSome = () => {
    disarm()
    const keys = keysInLine()
    if (!refused || keys.length === 0) return void arm(writeOut(keys) ? breathMs : againMs)
    // One by one: there may be room for some, and one that is ill must not stop the rest. A full disk is full for all.
    const goes = keys.slice(0, mostTries).map(key => writeOut([key]))
    arm(goes.includes(true) ? breathMs : againMs)
  }

  return {
    owes: (watched: WatchedJob): boolean => drafts.length > 0 || waiting.has(refKey(watched.ref)),
    writeNotices(more: readonly NoticeDraft[]): void {
      drafts = [...drafts, ...more]
      writeOut(refused ? [] : keysInLine())
      arm(refused ? againMs : breathMs)
    },
    /** A notice that is not on the disk is not shown: else a restart would show it again (architecture rule 5). */
    write(next: LogEntry): void {
      const key = refKey(next.watched.ref)
      const before = waiting.get(key)
      const entry = before === undefined ? next : added(before, next)
      waiting.set(key, entry)
      if (entry.isTurn || entry.found.length > 0 || entry.drafts.length > 0)
        writeOut(refused ? [key] : [key, ...keysInLine().filter(other => other !== key)])
      arm(refused ? againMs : collectMs)
    },
    /** Writes all that is collected now: for whoever is about to read it, and at the end. */
    flush(): void {
      let goes = true
      while (goes && (waiting.size > 0 || drafts.length > 0)) goes = writeOut(keysInLine())
      arm(againMs)
    },
  }
}

/** At the first sight of a job what waits under its id is another's (api-notes E44); its notices are told all the same. */
function added(before: LogEntry, next: LogEntry): LogEntry {
  const { detail, moments } = next.isFirst ? { detail: null, moments: [] } : before
  return {
    watched: next.watched,
    found: [...before.found, ...next.found],
    isNews: before.isNews || next.isNews,
    isFirst: before.isFirst || next.isFirst,
    isTurn: before.isTurn || next.isTurn,
    detail: detail === null ? next.detail : { ...detail, ...next.detail },
    drafts: [...before.drafts, ...next.drafts],
    // The disk may stay full for days.
    moments: thinned([...moments, ...next.moments], mostMomentsOwed),
  }
}

/** The disk may stay full for days: what waits in memory must not hold ten thousand errors of each job. */
const withShortLists = (detail: DetailParts): DetailParts => ({
  ...detail,
  ...(detail.errors && { errors: detail.errors.slice(-mostOnAPage) }),
  ...(detail.warnings && { warnings: detail.warnings.slice(-mostOnAPage) }),
  ...(detail.referenceKeys && { referenceKeys: detail.referenceKeys.slice(0, mostOnAPage) }),
})
