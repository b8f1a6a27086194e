import type { RequestHandlers } from '../../shared/ipc'
import type { JobRef } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Journal } from '../journal/journal'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import type { Poller } from '../watch/poller'
import { Refusal } from './answer'
import { newlyWatched, sortPasted } from './watching'

export type JobRequestPorts = {
  readonly board: Board
  readonly journal: Pick<Journal, 'jobs' | 'together'>
  readonly poller: Pick<Poller, 'plan' | 'drop' | 'lookNow'>
  readonly clock: Clock
}

type Names = 'jobs:watch' | 'jobs:forget' | 'jobs:restore' | 'jobs:look-now' | 'jobs:read-detail'

export function jobRequests({ board, journal, poller, clock }: JobRequestPorts) {
  const present = (refs: readonly JobRef[]): readonly WatchedJob[] => refs.flatMap(ref => board.job(ref) ?? [])

  const take = (list: readonly WatchedJob[]): void => {
    board.putJobs(list)
    poller.plan(list)
  }

  return {
    async 'jobs:watch'(id, pasted) {
      const connection = board.connection(id)
      if (connection === undefined) throw new Refusal('This connection is not there any more.')
      const answer = sortPasted(connection, pasted, ref => board.job(ref) !== undefined)
      const list = journal.together(() =>
        answer.added.map(ref => {
          // Forgotten before, perhaps: it begins anew, and an ending it had meanwhile is no news.
          journal.jobs.restore(ref)
          const watched = newlyWatched(ref, connection.vendor, 'added', clock.wall())
          journal.jobs.put(watched)
          return watched
        }),
      )
      take(list)
      return answer
    },
    async 'jobs:forget'(refs) {
      const at = clock.wall()
      journal.together(() => {
        for (const ref of refs) journal.jobs.forget(ref, at)
      })
      poller.drop(refs)
      board.dropJobs(refs)
    },
    async 'jobs:restore'(refs) {
      take(journal.together(() => refs.flatMap(ref => journal.jobs.restore(ref) ?? [])))
    },
    async 'jobs:look-now'(refs) {
      poller.lookNow(present(refs))
    },
    async 'jobs:read-detail'(ref) {
      return journal.jobs.detail(ref)
    },
  } satisfies Pick<RequestHandlers, Names>
}
