import type { ConnectionId } from '../../shared/connection'
import type { ConnectionView } from '../../shared/snapshot'
import type { JobsApi } from '../apis/jobs-api'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { isRefusal, mayBeNowhere } from './doctor/answers'
import { setWriteFault } from './write-fault'

export type PostRightsPorts = {
  readonly board: Pick<Board, 'connection' | 'putConnection'>
  /** Another one once the key, the address or the organization has changed. */
  readonly reader: (id: ConnectionId) => JobsApi | null
  readonly clock: Pick<Clock, 'wall'>
}

/**
 * Asks, once for each key, whether it may report at all: with an empty report for a job that cannot exist. So a form says
 * that the connection only reads before it is filled in, and not after.
 */
export function createPostRights({ board, reader, clock }: PostRightsPorts) {
  const known = new WeakSet<JobsApi>()
  return async (id: ConnectionId): Promise<void> => {
    const api = reader(id)
    const connection = board.connection(id)
    if (api?.writing == null || connection === undefined || known.has(api) || !mayAsk(connection, clock.wall())) return
    known.add(api)
    const answer = await api.writing.askToPost()
    if (reader(id) !== api) return
    if (!answer.ok && answer.fault.kind === 'forbidden') return setWriteFault(board, clock, id, answer.fault)
    const isAllowed = answer.ok || mayBeNowhere(answer.fault) || answer.fault.kind === 'conflict'
    if (isAllowed) setWriteFault(board, clock, id, null)
    // It could not be told: the next form asks again.
    else if (!isRefusal(answer.ok ? null : answer.fault)) known.delete(api)
  }
}

/** Nothing in its way, and nobody asked us to be silent. */
const mayAsk = ({ fault, paused, waitsUntil }: ConnectionView, now: Date): boolean =>
  fault === null && paused !== true && (waitsUntil === undefined || Date.parse(waitsUntil) <= now.getTime())

export type PostRights = ReturnType<typeof createPostRights>
