import type { ConnectionId } from '../../shared/connection'
import type { DoctorReport } from '../../shared/doctor'
import type { Fault } from '../../shared/fault'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'

/** The key may read all the same, so only the forms of this connection go off (api-notes E20). Null: it may post. */
export function setWriteFault(
  board: Pick<Board, 'connection' | 'putConnection'>,
  clock: Pick<Clock, 'wall'>,
  id: ConnectionId,
  fault: Fault | null,
): void {
  const connection = board.connection(id)
  if (connection === undefined || (fault === null) === (connection.writeFault === undefined)) return
  const { writeFault: _old, ...rest } = connection
  board.putConnection(fault === null ? rest : { ...rest, writeFault: { fault, since: clock.wall().toISOString() } })
}

/** What the doctor found out about posting is known from then on: a form says so before it is filled in. */
export function notePostRight(
  board: Pick<Board, 'connection' | 'putConnection'>,
  clock: Pick<Clock, 'wall'>,
  id: ConnectionId,
  { steps }: Pick<DoctorReport, 'steps'>,
): void {
  const state = steps.find(({ name }) => name === 'post')?.state
  if (state === 'ok') setWriteFault(board, clock, id, null)
  if (state === 'warning') setWriteFault(board, clock, id, { kind: 'forbidden', permission: 'job:create', said: null })
}
