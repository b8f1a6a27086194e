import type { Connection, ConnectionDraft, ConnectionId } from '../../shared/connection'
import { type Fault, good } from '../../shared/fault'
import type { ConnectionAnswer, ConnectionForm } from '../../shared/ipc'
import type { ConnectionView } from '../../shared/snapshot'
import { faultSentence } from '../../shared/wording'
import type { HttpPort, JobsApi, KeySource } from '../apis/jobs-api'
import { proveKey } from '../apis/prove-key'
import { jobsApis } from '../apis/registry'
import type { ConnectionTable, StoredConnection } from '../journal/connections'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { checkForm, refuse } from './form'
import type { KeyWriting } from './keychain'
import type { Keys } from './keys'
import { refusalOf } from './proof'

export type DeskPorts = {
  readonly board: Board
  readonly table: Pick<ConnectionTable, 'save' | 'remove'>
  readonly keys: Keys
  readonly http: HttpPort
  readonly clock: Clock
  readonly newId: () => ConnectionId
  /** Called when a connection can be watched again, or differently. */
  readonly onReady: (id: ConnectionId) => void
}

/** Where connections are made, proved, changed and dropped. */
export function createDesk({ board, table, keys, http, clock, newId, onReady }: DeskPorts) {
  const readers = new Map<ConnectionId, JobsApi>()
  const saved = new Set<ConnectionId>()

  const keySource =
    (connection: Connection): KeySource =>
    async () =>
      connection.keySending.kind === 'none' ? good(null) : keys.key(connection.id, saved.has(connection.id))

  const apiOf = (connection: Connection, source: KeySource): JobsApi =>
    jobsApis[connection.vendor](connection, http, source)

  const show = async (connection: Connection, fault: ConnectionView['fault'] = null): Promise<ConnectionView> => {
    const needsKey = connection.keySending.kind !== 'none'
    const keyState = needsKey ? await keys.state(connection.id, saved.has(connection.id)) : 'not-needed'
    const view = { ...connection, keyState, fault }
    board.putConnection(view)
    return view
  }

  /** Puts the key where it belongs; null when all is well, else why it is not kept. */
  const keepKey = async (
    id: ConnectionId,
    key: string,
    insist: boolean,
  ): Promise<Exclude<KeyWriting, { kind: 'kept' }> | null> => {
    const written = await keys.keep(id, key)
    if (written.kind === 'kept') {
      saved.add(id)
      return null
    }
    if (!insist) return written
    keys.keepForSession(id, key)
    return null
  }

  return {
    /** Takes up the connections of the journal; what the keychain says of their keys follows when it has answered. */
    async open(stored: readonly StoredConnection[]): Promise<void> {
      for (const { connection, keySaved } of stored) if (keySaved) saved.add(connection.id)
      await Promise.all(stored.map(({ connection }) => show(connection)))
    },

    reader(id: ConnectionId): JobsApi | null {
      const connection = board.connection(id)
      if (connection === undefined) return null
      const api = readers.get(id) ?? apiOf(connection, keySource(connection))
      readers.set(id, api)
      return api
    },

    async save(id: ConnectionId | null, form: ConnectionForm, insist: boolean): Promise<ConnectionAnswer> {
      const before = id === null ? undefined : board.connection(id)
      if (id !== null && before === undefined) return refuse(null, 'This connection is not there any more.')
      const checked = checkForm(form, id, board.parts().connections)
      if (!checked.ok) return checked
      const connection = named(checked.draft, before, newId, clock)
      const source: KeySource = checked.key === null ? keySource(connection) : async () => good(checked.key)
      const refusal = refusalOf(await proveKey(apiOf(connection, source)), insist)
      if (refusal !== null) return refusal
      if (checked.key !== null) {
        const lost = await keepKey(connection.id, checked.key, insist)
        if (lost !== null)
          return refuse('key', `${faultSentence(keychainFault(lost))} It can be kept until you quit.`, true)
      }
      readers.delete(connection.id)
      table.save(connection, saved.has(connection.id))
      const view = await show(connection)
      onReady(connection.id)
      return { ok: true, connection: view }
    },

    async forgetKey(id: ConnectionId): Promise<void> {
      const connection = board.connection(id)
      if (connection === undefined) return
      await keys.forget(id)
      saved.delete(id)
      table.save(connection, false)
      await show(connection, { fault: { kind: 'no-key', why: 'none' }, since: clock.wall().toISOString() })
    },

    async remove(id: ConnectionId): Promise<void> {
      table.remove(id)
      readers.delete(id)
      saved.delete(id)
      board.put({ connections: board.parts().connections.filter(connection => connection.id !== id) })
      await keys.forget(id)
    },

    /** After the keychain was unlocked, or started. */
    async retryKeys(): Promise<void> {
      await keys.retry()
      for (const connection of board.parts().connections) {
        if (connection.fault?.fault.kind !== 'no-key') continue
        const reading =
          connection.keySending.kind === 'none' ? good('') : await keys.key(connection.id, saved.has(connection.id))
        await show(connection, reading.ok ? null : { fault: reading.fault, since: connection.fault.since })
        if (reading.ok) onReady(connection.id)
      }
    },
  }
}

export type Desk = ReturnType<typeof createDesk>

const keychainFault = (lost: { readonly kind: 'locked' | 'no-keychain' }): Fault => ({ kind: 'no-key', why: lost.kind })

const named = (
  draft: ConnectionDraft,
  before: Connection | undefined,
  newId: () => ConnectionId,
  clock: Clock,
): Connection => ({
  ...draft,
  id: before?.id ?? newId(),
  createdAt: before?.createdAt ?? clock.wall().toISOString(),
})
