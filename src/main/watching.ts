import type { ConnectionId } from '../shared/connection'
import type { JobRef } from '../shared/job'
import { originOf } from './connections/changes'
import type { Desk } from './connections/desk'
import { keepingPauses } from './connections/kept-pauses'
import type { PauseTable } from './journal/pauses'
import { createAccess, stopsLooks } from './watch/access'
import type { Board } from './watch/board'
import type { Clock } from './watch/clock'
import { createNetworkHint } from './watch/network-hint'
import { createPoller, type Poller } from './watch/poller'
import { createSurroundings, type Surrounding } from './watch/surroundings'
import { createWakes, type Wakes } from './watch/wakes'
import type { Watcher } from './watch/watcher'

/** A window is there sooner than that, ms; one that never comes holds up nothing for longer. */
const openingMs = 600

export type WatchingPorts = {
  readonly board: Board
  readonly watcher: Watcher
  readonly reader: Desk['reader']
  readonly proved: Desk['proved']
  readonly clock: Clock
  /** 0 to 1. */
  readonly random: () => number
  /** A hint: whether the system knows of a network. */
  readonly isOnline: () => boolean
  readonly pauses: PauseTable
  readonly trouble: (where: string, error: unknown) => void
  /** See `Circumstances`. */
  readonly stalledLookMs?: number | undefined
}

/** The poller amid what it depends on: the connections, the window, the computer's sleep and its network. */
export function createWatching({
  board,
  watcher,
  reader,
  proved,
  clock,
  random,
  isOnline,
  pauses,
  trouble,
  stalledLookMs,
}: WatchingPorts) {
  const surroundings = createSurroundings(() => board.settings().pace, stalledLookMs)
  const serverOf = (id: ConnectionId): string => originOf(board.connection(id)?.baseUrl ?? '')

  const looking: Poller = createPoller({
    clock,
    random,
    reader: ref => reader(ref.connectionId),
    job: board.job,
    originOf: serverOf,
    connectionBlocked(id) {
      const connection = board.connection(id)
      return connection?.paused === true || (connection?.fault != null && stopsLooks(connection.fault.fault))
    },
    receive: createAccess({ board, watcher, proved, lookAgain: list => poller.plan(list) }),
    connectionFault: watcher.connectionFault,
    around: surroundings.around,
    openJob: surroundings.openJob,
    serverWaits(origin, until) {
      const ms = until === null ? 0 : clock.wall().getTime() + until - clock.monotonic()
      for (const { waitsUntil: _, ...connection } of board.parts().connections) {
        if (originOf(connection.baseUrl) !== origin) continue
        board.putConnection(until === null ? connection : { ...connection, waitsUntil: new Date(ms).toISOString() })
      }
      hint.serverWaits(origin, until !== null)
    },
    beforeTick: () => wakes.look(),
    trouble,
  })
  const keeping = keepingPauses({ manners: looking.manners, table: pauses, originOf: serverOf, clock, trouble })
  const poller: Poller = { ...looking, manners: keeping.manners }
  const wakes: Wakes = createWakes({ clock, poller })
  const hint = createNetworkHint({ clock, isOnline, onBack: wakes.networkBack })
  let pace = board.settings().pace

  const change = (now: Partial<Surrounding>): void => {
    if (surroundings.set(now)) poller.reconsider()
  }
  const attend = (): void => {
    const open = surroundings.openJob()
    if (open !== null) poller.attend(open)
  }

  return {
    poller,
    takeUpPauses: (): void => keeping.takeUp(board.parts().connections.map(({ id }) => id)),
    inView: (): boolean => surroundings.around().inView,
    sparedBy: surroundings.sparedBy,
    fellAsleep: wakes.fellAsleep,
    woke: wakes.woke,
    locked: (): void => change({ screenLocked: true }),
    unlocked(): void {
      change({ screenLocked: false })
      wakes.unlocked()
      attend()
    },
    onBattery: (onBattery: boolean): void => change({ onBattery }),
    /** A person waits for its first rows: no look needs to be made just then. */
    windowOpens: (): void => poller.giveWay(openingMs),
    windowVisible(windowVisible: boolean): void {
      poller.giveWay(0)
      change({ windowVisible })
      attend()
    },
    /** The job whose page the window shows, or null. */
    lookingAt(ref: JobRef | null): void {
      change({ lookingAt: ref })
      attend()
    },
    /** To be called when the settings may have changed. */
    apply(): void {
      const settings = board.settings()
      wakes.setPaused(settings.paused)
      if (settings.pace !== pace) poller.reconsider()
      pace = settings.pace
    },
    stop(): void {
      poller.stop()
      wakes.stop()
      hint.stop()
    },
  }
}

export type Watching = ReturnType<typeof createWatching>
