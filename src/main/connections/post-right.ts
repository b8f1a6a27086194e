import type { ConnectionId } from '../../shared/connection'
import type { JobsApi } from '../apis/jobs-api'
import { polite } from '../outbox/polite'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import type { Manners } from '../watch/origin/manners'
import { setWriteFault } from './write-fault'

export type PostRightPorts = {
  readonly board: Pick<Board, 'connection' | 'putConnection'>
  readonly clock: Pick<Clock, 'wall'>
  readonly apiOf: (id: ConnectionId) => JobsApi | null
  readonly manners: Pick<Manners, 'heed' | 'pausedMs'>
}

/**
 * Asks whether a key may post when a form is opened, so that nobody fills in one that can go nowhere (api-notes E20): with
 * the doctor's own question, which writes nothing. Once for each key in each run of the app; never while the
 * connection is paused or in trouble, or its server wants no requests.
 */
export function createPostRight({ board, clock, apiOf, manners }: PostRightPorts) {
  /** Another key or address makes another of these. */
  const asked = new WeakSet<JobsApi>()
  return async (id: ConnectionId): Promise<void> => {
    const connection = board.connection(id)
    const api = apiOf(id)
    if (connection === undefined || api?.writing == null || asked.has(api)) return
    const { fault, writeFault, paused = false } = connection
    if (paused || fault !== null || writeFault !== undefined || manners.pausedMs(id) > 0) return
    asked.add(api)
    const answer = await polite(api, id, manners).writing?.askToPost()
    // Whatever else it says, the form may be filled in: the post itself is told what stands in its way.
    if (answer?.ok === false && answer.fault.kind === 'forbidden') setWriteFault(board, clock, id, answer.fault)
  }
}

export type PostRight = ReturnType<typeof createPostRight>
