import { journalOf } from '../../src/main/journal/journal'
import { createBoard } from '../../src/main/watch/board'
import type { Clock } from '../../src/main/watch/clock'
import { createFollower } from '../../src/main/watch/follower'
import { createHolds } from '../../src/main/watch/holds'
import { newlyWatched } from '../../src/main/watch/newly-watched'
import { createWatcher } from '../../src/main/watch/watcher'
import { bad, good } from '../../src/shared/fault'
import type { Outcome } from '../../src/shared/job'
import { defaultSettings, type Settings } from '../../src/shared/settings'
import type { NoticeView, WatchedJob } from '../../src/shared/snapshot'
import { linksTo, refOf } from './a-family'
import { someParts } from './board-parts'
import { aConnection, anObservation, anUnseenJob, someEndedFacts, someFacts } from './builders'
import { fakeClock } from './fake-clock'
import { journalInMemory } from './journal-in-memory'

const statusOf: Readonly<Record<Outcome, string>> = {
  succeeded: 'completed',
  cancelled: 'cancelled',
  unknown: 'odd',
  warned: 'completed_with_warnings',
  partial: 'partial_success',
  failed: 'failed',
}

/**
 * The watching half of the app with holding on, whose answers come by hand; it can be stopped and started again.
 * `aheadMs`: how far the server's clock is ahead.
 */
export function aHousehold(added: readonly string[], own: Partial<Settings> = {}, aheadMs = 0) {
  const clock = fakeClock()
  const db = journalInMemory()
  const journal = journalOf(db)
  const connection = aConnection({ clockAheadMs: aheadMs })
  const settings = { ...defaultSettings, holdForFamily: true, ...own }
  const announced: NoticeView[] = []
  const troubles: unknown[] = []
  const links = new Map<string, readonly string[]>()
  /** What the server would answer; a job that nothing was said of runs. */
  const server = new Map<string, ReturnType<typeof someFacts>>()
  journal.connections.save(connection, true)
  journal.jobs.begin(added.map(jobId => anUnseenJob({ ref: refOf(jobId) })))

  const begin = () => {
    // A life that is over does nothing more: what it had collected is lost.
    let isOver = false
    const ownClock: Clock = { ...clock, after: (ms, act) => clock.after(ms, () => void (isOver || act())) }
    const parts = someParts({ connections: [connection], settings, notices: journal.notices.newest(200) })
    const board = createBoard(ownClock, { ...parts, jobs: journal.jobs.all() })
    const common = {
      board,
      clock: ownClock,
      log: journal,
      announce: (notices: readonly NoticeView[]) => announced.push(...notices),
      trouble: (_where: string, error: unknown) => troubles.push(error),
    }
    const holds = createHolds(common)
    const follower = createFollower({
      board,
      clock: ownClock,
      isUnwanted: journal.unfollowed.has,
      take: () => undefined,
    })
    const watcher = createWatcher({ ...common, holds, follower, lookAt: () => undefined, withdraw: () => undefined })
    const stopHolding = holds.start()
    const stop = () => {
      isOver = true
      stopHolding()
    }
    return { board, watcher, stop }
  }
  let life = begin()
  /** Lets the board tell what has changed, as it does by itself four times a second. */
  const settle = () => void life.board.snapshot()
  const look = (jobId: string) => {
    const facts = server.get(jobId) ?? someFacts({ jobType: jobId })
    life.watcher.receive(refOf(jobId), good(anObservation({ ...facts, links: linksTo(...(links.get(jobId) ?? [])) })))
    settle()
  }
  const end = (jobId: string, outcome: Outcome) => {
    const completedAt = new Date(clock.wall().getTime() + aheadMs).toISOString()
    server.set(jobId, someEndedFacts({ jobType: jobId, outcome, status: statusOf[outcome], completedAt }))
  }

  return {
    clock,
    db,
    journal,
    announced,
    troubles,
    told: () => announced.map(({ title }) => title),
    job: (jobId: string): WatchedJob | undefined => life.board.job(refOf(jobId)),
    jobs: (): readonly WatchedJob[] => [...life.board.jobs()],
    board: () => life.board,
    settle,
    /** What the answers about a job name from now on. */
    names(jobId: string, ...others: readonly string[]): void {
      links.set(jobId, others)
    },
    look,
    runs(jobId: string): void {
      server.delete(jobId)
      look(jobId)
    },
    ends(jobId: string, outcome: Outcome = 'succeeded'): void {
      end(jobId, outcome)
      look(jobId)
    },
    /** Without a look at it. */
    endsUnseen: end,
    /** When it ended, by this computer's clock, ms since 1970. */
    endedAt: (jobId: string): number => Date.parse(server.get(jobId)?.completedAt ?? '') - aheadMs,
    add(jobId: string): void {
      if (life.board.job(refOf(jobId)) !== undefined) return
      const watched = newlyWatched(refOf(jobId), 'merchantops', 'added', clock.wall())
      journal.jobs.begin([watched])
      life.board.putJobs([watched])
      settle()
    },
    isNotFound(jobId: string): void {
      life.watcher.receive(refOf(jobId), bad({ kind: 'not-found', said: null }))
      settle()
    },
    forget(jobId: string): void {
      journal.jobs.forget(refOf(jobId), clock.wall())
      life.board.dropJobs([refOf(jobId)])
      settle()
    },
    change(patch: Partial<Settings>): void {
      Object.assign(settings, patch)
      life.board.put({ settings: { ...settings } })
      settle()
    },
    restart(): void {
      life.stop()
      life = begin()
    },
  }
}
