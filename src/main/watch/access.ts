import type { ConnectionId } from '../../shared/connection'
import type { Fault, Result } from '../../shared/fault'
import type { JobRef } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Observation } from '../apis/jobs-api'
import type { Board } from './board'
import type { Watcher } from './watcher'

/** True when the key may read none of a connection's jobs: then it is the connection's trouble (reliability fault 2). */
export function allForbidden(jobs: Iterable<WatchedJob>, id: ConnectionId): boolean {
  let forbidden = 0
  for (const { ref, gone, job, fault } of jobs) {
    if (ref.connectionId !== id || gone) continue
    if (fault?.fault.kind === 'forbidden') forbidden += 1
    else if (job?.phase !== 'ended') return false
  }
  return forbidden > 0
}

/** A connection whose every job is forbidden is asked all the same, slowly: the right may be given at any time. */
export const stopsLooks = (fault: Fault): boolean => fault.kind !== 'forbidden'

export type AccessPorts = {
  readonly board: Board
  readonly watcher: Watcher
  /** Something was read with the connection's key. */
  readonly proved: (id: ConnectionId) => void
  /** The jobs may be read again: looks at those that were forbidden. */
  readonly lookAgain: (jobs: readonly WatchedJob[]) => void
}

/** Hands each answer on, and keeps what it says about the connection as a whole. */
export const createAccess =
  ({ board, watcher, proved, lookAgain }: AccessPorts) =>
  (ref: JobRef, result: Result<Observation>, asked: number): void => {
    const id = ref.connectionId
    watcher.receive(ref, result, asked)
    if (result.ok) proved(id)
    const carries = board.connection(id)?.fault?.fault.kind === 'forbidden'
    if (result.ok && carries) {
      watcher.connectionFault(id, null)
      const isForbidden = ({ ref, fault }: WatchedJob) => ref.connectionId === id && fault?.fault.kind === 'forbidden'
      lookAgain([...board.jobs()].filter(isForbidden))
    } else if (!result.ok && result.fault.kind === 'forbidden' && !carries && allForbidden(board.jobs(), id)) {
      watcher.connectionFault(id, result.fault)
    }
  }
