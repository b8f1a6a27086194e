import type { JobRef } from '../../shared/job'
import type { Journal } from '../journal/journal'
import type { Outbox } from '../outbox/outbox'
import { type Board, mostNotices } from '../watch/board'
import type { Clock } from '../watch/clock'
import type { Poller } from '../watch/poller'
import { overSince, removable } from './removable'

const minute = 60_000
const day = 24 * 60 * minute

const firstMs = 2 * minute
/** What a person took off the list is kept for so long, should it be taken back. */
const forgottenMs = 7 * day
/** Work of one step, ms and pieces, and the pause after it. */
const stepMs = 15
const mostPieces = 25
const pauseMs = 50

export type RetentionPorts = {
  readonly board: Pick<Board, 'job' | 'jobs' | 'dropJobs' | 'settings' | 'put' | 'subscribe'>
  readonly journal: Pick<Journal, 'retention'> & { readonly notices: Pick<Journal['notices'], 'newest'> }
  readonly clock: Clock
  readonly trouble: (where: string, error: unknown) => void
  readonly poller: Pick<Poller, 'drop'>
  readonly outbox: Pick<Outbox, 'show'>
}

/** Lets go of what is older than a person wants, and of the oldest when it takes more room than that; rarely and in small steps. */
export function createRetention({ board, journal, clock, trouble, poller, outbox }: RetentionPorts) {
  const table = journal.retention
  let cancel: (() => void) | null = null
  let unsubscribe: () => void = () => undefined

  const remove = (ref: JobRef): void => {
    const watched = board.job(ref)
    // It may run again, or have been pinned, since the list was made.
    if (watched === undefined || overSince(watched) === null) return
    table.removeJob(ref)
    poller.drop([ref])
    board.dropJobs([ref])
  }

  /** All there is to do, piece by piece. */
  function* pieces(): Generator<void, void> {
    const { keepDays, keepMegabytes } = board.settings()
    const now = clock.wall().getTime()
    const before = now - keepDays * day
    for (const { ref, since } of removable(board.jobs(), table.kept())) {
      if (since >= before) break
      remove(ref)
      yield
    }
    while (table.sweep(new Date(before), new Date(now - forgottenMs)) > 0) yield

    const most = keepMegabytes * 1_048_576
    if (table.bytes() > most) {
      // What was taken off the list, then the oldest.
      while (table.sweep(new Date(before), new Date(now)) > 0) yield
      for (const { ref, since } of removable(board.jobs(), table.kept())) {
        if (table.bytes() <= most) break
        remove(ref)
        // Their notices and posts are of no use without them.
        table.sweep(new Date(since), new Date(now))
        yield
      }
    }
    while (table.shrink()) yield
  }

  /** The lists as they are now. */
  const show = (): void => {
    outbox.show()
    board.put({ notices: journal.notices.newest(mostNotices) })
  }

  const goOn = (work: Generator<void, void>): void => {
    const began = clock.monotonic()
    try {
      for (let piece = 0; piece < mostPieces && clock.monotonic() - began < stepMs; piece += 1) {
        if (work.next().done !== true) continue
        show()
        cancel = clock.after(day, run)
        return
      }
      cancel = clock.after(pauseMs, () => goOn(work))
    } catch (error) {
      trouble('retention', error)
      cancel = clock.after(day, run)
    }
  }
  const run = (): void => goOn(pieces())
  const soon = (): void => {
    cancel?.()
    cancel = clock.after(firstMs, run)
  }

  return {
    start(): void {
      soon()
      let { keepDays, keepMegabytes } = board.settings()
      unsubscribe = board.subscribe(({ settings }) => {
        if (settings === undefined) return
        const isSame = settings.keepDays === keepDays && settings.keepMegabytes === keepMegabytes
        ;({ keepDays, keepMegabytes } = settings)
        // Not at once: a person who types 9 may be about to type 90.
        if (!isSame) soon()
      })
    },
    stop(): void {
      unsubscribe()
      cancel?.()
      cancel = null
    },
  }
}

export type Retention = ReturnType<typeof createRetention>
