import type { ConnectionId } from '../../shared/connection'
import type { RequestHandlers } from '../../shared/ipc'
import type { Desk } from '../connections/desk'
import type { Board } from '../watch/board'
import type { Poller } from '../watch/poller'

type Names = 'connections:save' | 'connections:forget-key' | 'connections:remove' | 'keychain:retry'

export type ConnectionRequestPorts = {
  readonly desk: Desk
  readonly board: Board
  readonly poller: Pick<Poller, 'drop'>
}

export function connectionRequests({ desk, board, poller }: ConnectionRequestPorts) {
  const jobsOf = (id: ConnectionId) =>
    [...board.jobs()].map(watched => watched.ref).filter(ref => ref.connectionId === id)

  return {
    'connections:save': (id, form, insist) => desk.save(id, form, insist),
    'connections:forget-key': id => desk.forgetKey(id),
    async 'connections:remove'(id) {
      const refs = jobsOf(id)
      poller.drop(refs)
      board.dropJobs(refs)
      await desk.remove(id)
    },
    'keychain:retry': () => desk.retryKeys(),
  } satisfies Pick<RequestHandlers, Names>
}
