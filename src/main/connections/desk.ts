import type { Connection, ConnectionId } from '../../shared/connection'
import { good, type StandingFault } from '../../shared/fault'
import type { ConnectionView } from '../../shared/snapshot'
import type { HttpPort, JobsApi, KeySource } from '../apis/jobs-api'
import { jobsApis } from '../apis/registry'
import { tellingClock } from '../apis/server-clock'
import type { ConnectionChoices, ConnectionTable, StoredConnection } from '../journal/connections'
import { sameServer } from './changes'
import { savedWhenAsked } from './saved-when-asked'
import type { SavingPorts } from './saving'
import { createTurns } from './turns'

export type DeskPorts = Omit<SavingPorts, 'apiOf' | 'inTurn' | 'show' | 'onChanged'> & {
  readonly table: Pick<ConnectionTable, 'remove'>
  readonly http: HttpPort
  /** Told of each request that is made for a connection. */
  readonly onRequest: (id: ConnectionId) => void
  /** Called when a connection can be watched again, or differently. */
  readonly onReady: (id: ConnectionId) => void
}

/** Less than this is the network's slowness, ms. */
const clocksMayDiffer = 5_000

/** Where connections are made, proved, changed and dropped. */
export function createDesk(ports: DeskPorts) {
  const { board, table, keys, http, clock, onRequest, onReady } = ports
  const readers = new Map<ConnectionId, JobsApi>()
  const inTurn = createTurns()

  /** Elapsed times are counted by the clock that the start was written down by (api-notes E15). */
  const noteClock = (id: ConnectionId, aheadMs: number): void => {
    const view = board.connection(id)
    if (view === undefined || Math.abs((view.clockAheadMs ?? 0) - aheadMs) < clocksMayDiffer) return
    board.putConnection({ ...view, clockAheadMs: Math.round(aheadMs / 1_000) * 1_000 })
  }

  const apiOf = (connection: Connection, source: KeySource): JobsApi => {
    const now = () => clock.wall().getTime()
    const counted: HttpPort = request => {
      onRequest(connection.id)
      return http(request)
    }
    const telling = tellingClock(counted, now, aheadMs => noteClock(connection.id, aheadMs))
    return jobsApis[connection.vendor](connection, telling, source)
  }

  const needsKey = ({ keySending }: Connection): boolean => keySending.kind !== 'none'

  const show = async (
    connection: Connection,
    fault: StandingFault | null,
    own: ConnectionChoices = {},
  ): Promise<ConnectionView> => {
    const keyState = needsKey(connection) ? await keys.state(connection.id) : 'not-needed'
    const view = { ...standing(board.connection(connection.id), connection), ...connection, ...own, keyState, fault }
    board.putConnection(view)
    return view
  }

  /** Looks again whether there is a key, where one was missing. */
  const retry = async (connection: ConnectionView): Promise<void> => {
    const reading = needsKey(connection) ? await keys.key(connection.id) : good('')
    const { fault } = connection
    const now = fault?.fault.kind !== 'no-key' ? fault : reading.ok ? null : { ...fault, fault: reading.fault }
    await show(connection, now)
    if (reading.ok && now === null) onReady(connection.id)
  }

  return {
    /** Takes up the connections of the journal; what the keychain says of their keys follows when it has answered. */
    open: (stored: readonly StoredConnection[]): Promise<void> =>
      inTurn(async () => {
        keys.expect(stored.filter(({ keySaved }) => keySaved).map(({ connection }) => connection.id))
        await Promise.all(stored.map(({ connection }) => show(connection, null)))
      }),

    reader(id: ConnectionId): JobsApi | null {
      const connection = board.connection(id)
      if (connection === undefined) return null
      const api = readers.get(id) ?? apiOf(connection, () => keys.key(id))
      readers.set(id, api)
      return api
    },

    save: savedWhenAsked({
      ...ports,
      apiOf,
      inTurn,
      show,
      onChanged(id) {
        readers.delete(id)
        onReady(id)
      },
    }),

    /** Something was read with its key. */
    proved(id: ConnectionId): void {
      const view = board.connection(id)
      if (view?.unproved !== true) return
      const now = { ...view, unproved: false }
      board.putConnection(now)
      table.choose(id, now)
    },

    /** A sentence when the key stays in the keychain. */
    forgetKey: (id: ConnectionId): Promise<string | null> =>
      inTurn(async () => {
        const connection = board.connection(id)
        if (connection === undefined) return null
        const keyStays = await keys.forget(id)
        table.save(connection, false)
        const lost: StandingFault = { fault: { kind: 'no-key', why: 'none' }, since: clock.wall().toISOString() }
        await show(connection, needsKey(connection) ? lost : connection.fault)
        return keyStays
      }),

    remove: (id: ConnectionId): Promise<string | null> =>
      inTurn(async () => {
        // An id that is no connection's might name something else in the keychain.
        if (board.connection(id) === undefined) return null
        table.remove(id)
        readers.delete(id)
        board.put({ connections: board.parts().connections.filter(connection => connection.id !== id) })
        board.dropJobs([...board.jobs()].map(watched => watched.ref).filter(ref => ref.connectionId === id))
        return keys.forget(id)
      }),

    /** After the keychain was unlocked, or started. */
    retryKeys: (): Promise<void> =>
      inTurn(async () => {
        await keys.retry()
        for (const connection of board.parts().connections) {
          const { fault, keyState } = connection
          const isMissing = fault?.fault.kind === 'no-key' || keyState === 'locked' || keyState === 'unavailable'
          if (isMissing) await retry(connection)
        }
      }),
  }
}

/** What stays when a connection is shown anew: a person's choices, and what its server asked for. */
function standing(before: ConnectionView | undefined, after: Connection): Partial<ConnectionView> {
  if (before === undefined) return {}
  const { paused, mutedKinds, unproved, requestsLastHour, waitsUntil } = before
  return {
    ...(paused !== undefined && { paused }),
    ...(mutedKinds !== undefined && { mutedKinds }),
    ...(unproved !== undefined && { unproved }),
    ...(requestsLastHour !== undefined && { requestsLastHour }),
    ...(waitsUntil !== undefined && sameServer(before, after) && { waitsUntil }),
  }
}

export type Desk = ReturnType<typeof createDesk>
