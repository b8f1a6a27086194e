import type { Fault, Result } from '../../shared/fault'
import { type JobRef, refKey, sameRef } from '../../shared/job'
import type { ConnectionView, NoticeView, WatchedJob } from '../../shared/snapshot'
import type { Observation } from '../apis/jobs-api'
import type { Board } from './board'
import { changesBetween } from './changes'
import type { Clock } from './clock'
import { createUsualFailing } from './failing'
import type { Follower } from './follower'
import type { Holds } from './holds'
import { connectionNotice, noticesFor } from './notices'
import { differs, isTurn, sight } from './sighting'
import { createSpeeds } from './speeds'
import { createStalls } from './stall'
import { momentBetween } from './timeline'
import { createWriter, type WatchLog } from './writing'

export type WatcherPorts = {
  readonly board: Board
  readonly log: WatchLog
  readonly clock: Clock
  readonly trouble: (where: string, error: unknown) => void
  /** A running job in which nothing moved for so long counts as stalled, ms, or longer when it is slow by habit. */
  readonly stallsAfterMs?: number
  /** Shows what has been written down. */
  readonly announce: (notices: readonly NoticeView[]) => void
  /** Takes what is no longer so off the screen, by the notices' ids. */
  readonly withdraw: (ids: readonly number[]) => void
  /** Knows which jobs that an answer names are to be watched as well. */
  readonly follower: Pick<Follower, 'found'>
  /** Keeps back what a family's one word will tell. */
  readonly holds: Pick<Holds, 'gate'>
  /** Begins to look at jobs that are on the list. */
  readonly lookAt: (list: readonly WatchedJob[]) => void
}

const usualStallMs = 10 * 60_000

/** Takes each answer through: known -> sighting -> changes -> notices -> written down -> told. */
export function createWatcher({
  board,
  log,
  clock,
  stallsAfterMs = usualStallMs,
  announce,
  withdraw,
  trouble,
  follower,
  holds,
  lookAt,
}: WatcherPorts) {
  const stalls = createStalls(clock, stallsAfterMs)
  const usualFailing = createUsualFailing()
  for (const { ref, job } of board.jobs()) if (job !== null) usualFailing.learn(ref, job)
  /** When the newest answer that was taken had been asked for, by job, monotonic ms. */
  const askedLast = new Map<string, number>()
  board.subscribe(({ forgotten = [] }) => {
    for (const ref of forgotten) {
      stalls.forget(ref)
      askedLast.delete(refKey(ref))
    }
  })

  const speeds = createSpeeds(log.history)

  const tell = (notices: readonly NoticeView[]) => {
    board.addNotices(notices)
    announce(notices)
  }
  const writer = createWriter({ board, log, clock, trouble, tell })

  /** A stall that is over needs nobody any more. */
  const withdrawStall = (ref: JobRef) => {
    const over = board.parts().notices.filter(({ kind, ref: about }) => {
      return kind === 'stalled' && about !== null && sameRef(about, ref)
    })
    const ids = over.filter(({ seen }) => !seen).map(({ id }) => id)
    try {
      if (ids.length > 0) log.markSeen(ids)
    } catch (error) {
      trouble('journal', error)
    }
    if (ids.length > 0) board.markSeen(ids)
    if (over.length > 0) withdraw(over.map(({ id }) => id))
  }

  /** Off as a rule, and then not kept either: thousands of starts would push the endings out of the inbox. */
  const tellsStarts = ({ mutedKinds = [] }: ConnectionView): boolean =>
    board.settings().notify.started && !mutedKinds.includes('started')

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
    /** `asked`: when the question was put, monotonic ms. An answer to an older question than the last is dropped. */
    receive(ref: JobRef, result: Result<Observation>, asked = clock.monotonic()): void {
      const before = board.job(ref)
      const connection = board.connection(ref.connectionId)
      if (before === undefined || connection === undefined) return
      if (asked < (askedLast.get(refKey(ref)) ?? 0)) return
      askedLast.set(refKey(ref), asked)
      const { clockAheadMs = 0 } = connection
      const seen = sight(before, result, clock.wall(), () => ({ told: log.toldBefore(ref), clockAheadMs }))
      const judged = result.ok ? stalls.judge(before, seen, result.value.source !== 'status') : seen
      const now = { ...judged, speed: speeds.after(before, judged) }
      const usual = usualFailing.of(ref, now.job?.jobType ?? null)
      const changes = changesBetween(before, now, usual, clockAheadMs)
      const children = follower.found(before, now)
      if (children.length > 0) board.putJobs(children)
      const { after, changes: free, overdue } = holds.gate(before, now, changes)
      const news = free.filter(({ kind }) => kind !== 'started' || tellsStarts(connection))
      const { tellReasons } = board.settings()
      const drafts = [...overdue, ...noticesFor(news, after, connection.name, tellReasons)]
      if (after.job !== null && changes.some(({ kind }) => kind === 'ended')) usualFailing.learn(ref, after.job)
      const detail = result.ok ? (result.value.detail ?? null) : null
      const isNews = differs(before, after)
      const moments = [momentBetween(before, after) ?? []].flat()
      board.putJobs([after])
      if (children.length > 0) lookAt(children)
      if (!isNews && detail === null && moments.length === 0 && !writer.owes(after)) return
      const isFirst = before.job === null && after.job !== null
      writer.write({
        watched: after,
        found: children,
        isNews,
        isFirst,
        isTurn: isTurn(before, after),
        detail,
        drafts,
        moments,
      })
      if (changes.some(({ kind }) => kind === 'moved-again')) withdrawStall(ref)
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
      writer.writeNotices([connectionNotice(connection, fault, since)])
    },
    /** Writes down and tells what was decided elsewhere. */
    tell: writer.writeNotices,
    /** Writes what is collected: for whoever is about to read it from the journal, and at the end. */
    flush: writer.flush,
  }
}

export type Watcher = ReturnType<typeof createWatcher>
