import type { Connection, ConnectionDraft, ConnectionId } from '../../shared/connection'
import { bad, type Fault, good, type StandingFault } from '../../shared/fault'
import type { ConnectionAnswer, ConnectionForm } from '../../shared/ipc'
import type { ConnectionView } from '../../shared/snapshot'
import { faultSentence } from '../../shared/wording'
import type { JobsApi, KeySource } from '../apis/jobs-api'
import type { ConnectionChoices, ConnectionTable } from '../journal/connections'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { asksAlike, sameServer } from './changes'
import { type CheckedForm, checkForm, refuse } from './form'
import type { Keys } from './keys'
import { type Proof, prove, refusalOf } from './proof'

type Checked = Extract<CheckedForm, { ok: true }>

export type SavingPorts = {
  readonly board: Board
  readonly table: Pick<ConnectionTable, 'save' | 'choose'>
  readonly keys: Keys
  readonly clock: Clock
  readonly newId: () => ConnectionId
  readonly apiOf: (connection: Connection, source: KeySource) => JobsApi
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>
  /** Puts the connection before everybody's eyes, with the state of its key. */
  readonly show: (
    connection: Connection,
    fault: StandingFault | null,
    own: ConnectionChoices,
  ) => Promise<ConnectionView>
  /** What its server answered to the proof instead of proving anything. */
  readonly onUnproved: (id: ConnectionId, fault: Fault) => void
  /** Called when what was saved makes the connection's requests differ, or lets them be made again. */
  readonly onChanged: (id: ConnectionId) => void
}

/**
 * Saves a form: checked, proved by one call, then kept. The proof may take long, so it is made beside other acts; what
 * follows is done in turn, after the form has been held against what there is by then.
 */
export function createSaving({
  board,
  table,
  keys,
  clock,
  newId,
  apiOf,
  inTurn,
  show,
  onUnproved,
  onChanged,
}: SavingPorts) {
  const check = (id: ConnectionId | null, form: ConnectionForm): CheckedForm => {
    if (id !== null && board.connection(id) === undefined) return refuse(null, 'This connection is not there any more.')
    return checkForm(form, id, board.parts().connections)
  }

  /** Somebody else may have been faster: what was proved is not what would be saved over. */
  const checkAgain = (id: ConnectionId | null, form: ConnectionForm, before: ConnectionView | undefined) => {
    const now = id === null ? undefined : board.connection(id)
    const isSame = before === undefined || now === undefined || asksAlike(before, now)
    return isSame
      ? check(id, form)
      : refuse(null, 'The connection has been changed meanwhile. Look at it, then save again.')
  }

  const keyFor = (connection: Connection, before: Connection | undefined, key: string | null): KeySource => {
    if (key !== null) return async () => good(key)
    return before === undefined ? async () => bad({ kind: 'no-key', why: 'none' }) : async () => keys.key(connection.id)
  }

  /** Null when the key is where it belongs, else why it is not kept. */
  const keepKey = async (id: ConnectionId, key: string, insist: boolean): Promise<ConnectionAnswer | null> => {
    const written = await keys.keep(id, key)
    if (written.kind === 'kept') return null
    if (insist) {
      keys.keepForSession(id, key)
      return null
    }
    const why = written.kind === 'locked' ? locked : faultSentence({ kind: 'no-key', why: written.kind })
    return refuse('key', `${why} It can be kept until you quit.`, true)
  }

  const keep = async (
    connection: Connection,
    before: ConnectionView | undefined,
    { key }: Checked,
    insist: boolean,
    unproved: ConnectionChoices,
  ): Promise<ConnectionAnswer | null> => {
    const isElsewhere = before !== undefined && !sameServer(before, connection)
    if (key === null && isElsewhere) await keys.forget(connection.id)
    const refusal = key === null ? null : await keepKey(connection.id, key, insist)
    if (refusal !== null) return refusal
    try {
      table.save(connection, keys.isSaved(connection.id))
      if (unproved.unproved !== undefined)
        table.choose(connection.id, { ...board.connection(connection.id), ...unproved })
    } catch (error) {
      // The journal still names no server for this key, or the one before: it must not stay, or go there.
      if (key !== null && (before === undefined || isElsewhere)) await keys.forget(connection.id)
      throw error
    }
    return null
  }

  return async (id: ConnectionId | null, form: ConnectionForm, insist: boolean): Promise<ConnectionAnswer> => {
    const checked = check(id, form)
    if (!checked.ok) return checked
    const before = id === null ? undefined : board.connection(id)
    const connection = named(checked.draft, before, newId, clock)
    if (before !== undefined && needsItsKey(before, connection, checked.key)) {
      return refuse('key', 'The address names another server. Enter the key for it.')
    }
    const isAlike = before !== undefined && checked.key === null && asksAlike(before, connection)
    const mayProve = !isAlike || before.fault !== null
    const source = keyFor(connection, before, checked.key)
    const proof = mayProve ? await prove(connection, each => apiOf(each, source)) : null
    const refusal = proof === null || isAlike ? null : refusalOf(proof, insist, connection.keySending.kind !== 'none')
    if (refusal !== null) return refusal
    return inTurn(async () => {
      const still = checkAgain(id, form, before)
      const own = provedBy(proof, isAlike, board.connection(connection.id))
      const lost = still.ok ? await keep(connection, before, still, insist, own) : still
      if (lost !== null) return lost
      // A new name alone neither mends nor breaks anything.
      const fault = isAlike && proof?.kind !== 'accepted' ? (board.connection(connection.id)?.fault ?? null) : null
      const view = await show(connection, fault, own)
      if (proof?.kind === 'unproven') onUnproved(connection.id, proof.fault)
      if (!isAlike || (before.fault !== null && fault === null)) onChanged(connection.id)
      return { ok: true, connection: view }
    })
  }
}

/** Whether the key is known to be good from now on; nothing where that stays as it was. */
function provedBy(proof: Proof | null, isAlike: boolean, now: ConnectionView | undefined): ConnectionChoices {
  if (proof?.kind === 'accepted') return now?.unproved === true ? { unproved: false } : {}
  return proof === null || isAlike ? {} : { unproved: true }
}

/** Nothing has been looked for in it: it is not that a key is missing. */
const locked = 'The keychain is locked. Unlock it, then try again.'

/** A page that was taken over could else have the stored key sent to a server of its own by changing the address. */
const needsItsKey = (before: Connection, after: Connection, key: string | null): boolean =>
  key === null && after.keySending.kind !== 'none' && !sameServer(before, after)

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
