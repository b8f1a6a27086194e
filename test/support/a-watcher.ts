import { journalOf } from '../../src/main/journal/journal'
import { createBoard } from '../../src/main/watch/board'
import { createWatcher } from '../../src/main/watch/watcher'
import { defaultSettings } from '../../src/shared/settings'
import type { NoticeView } from '../../src/shared/snapshot'
import { aConnection, aWatchedJob } from './builders'
import { fakeClock } from './fake-clock'
import { journalInMemory } from './journal-in-memory'
import { nobodyFollows } from './nobody-follows'

/** A watcher over a real journal in memory, with one running job. */
export function aWatcher() {
  const clock = fakeClock()
  const db = journalInMemory()
  const journal = journalOf(db)
  const connection = aConnection()
  const watched = aWatchedJob()
  journal.connections.save(connection, true)
  journal.jobs.put(watched)
  const announced: NoticeView[] = []
  const withdrawn: number[] = []
  const troubles: unknown[] = []
  const board = createBoard(clock, {
    app: { version: '0', mode: 'live', platform: 'linux', hasTray: true },
    connections: [connection],
    notices: [],
    banners: [],
    settings: defaultSettings,
    jobs: [watched],
  })
  const ports = {
    ...nobodyFollows,
    board,
    log: journal,
    clock,
    announce: (notices: readonly NoticeView[]) => void announced.push(...notices),
    withdraw: (ids: readonly number[]) => void withdrawn.push(...ids),
    trouble: (_where: string, error: unknown) => void troubles.push(error),
  }
  const watcher = createWatcher(ports)
  const { ref } = watched
  return { ports, clock, db, journal, board, watcher, announced, withdrawn, troubles, ref }
}
