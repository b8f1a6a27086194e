import { familyOf } from '../../shared/family'
import type { RequestHandlers } from '../../shared/ipc'
import { type JobRef, refKey } from '../../shared/job'
import { mostAtOnce } from '../../shared/job-id'
import { count, counted } from '../../shared/numbers'
import { tempos } from '../../shared/pace'
import { serverTroubles } from '../../shared/server-trouble'
import type { ConnectionView, WatchedJob } from '../../shared/snapshot'
import { noTimeline, timelineOf } from '../../shared/timeline'
import type { Journal } from '../journal/journal'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { earlierStay } from '../watch/earlier-stay'
import { namedIn } from '../watch/family'
import { newlyWatched } from '../watch/newly-watched'
import type { Poller } from '../watch/poller'
import { Refusal } from './answer'
import { sortPasted } from './watching'

export type JobRequestPorts = {
  readonly board: Board
  readonly journal: Pick<Journal, 'jobs' | 'details' | 'timeline' | 'unfollowed' | 'together'>
  readonly poller: Pick<Poller, 'plan' | 'drop' | 'lookNow' | 'attend'>
  readonly clock: Clock
  /** Writes what the watcher has collected, so that it can be read. */
  readonly flush: () => void
}

const nothing = { total: 0, entries: [] }

type Names =
  | 'jobs:watch'
  | 'jobs:forget'
  | 'jobs:restore'
  | 'jobs:look-now'
  | 'jobs:mark'
  | 'jobs:read'
  | 'jobs:read-family'
  | 'jobs:read-detail'
  | 'jobs:read-errors'
  | 'jobs:read-warnings'
  | 'jobs:read-reference-keys'
  | 'jobs:read-timeline'

export function jobRequests({ board, journal, poller, clock, flush }: JobRequestPorts) {
  const present = (refs: readonly JobRef[]): readonly WatchedJob[] => refs.flatMap(ref => board.job(ref) ?? [])

  /** What is kept of a job not seen yet is from another organization or an earlier stay on the list: not this job's. */
  const isSeen = (ref: JobRef): boolean => {
    flush()
    return board.job(ref)?.job != null
  }

  const serverTroubleOf = (ref: JobRef) => serverTroubles(board.jobs()).get(ref.connectionId) ?? null

  const take = (list: readonly WatchedJob[]): void => {
    board.putJobs(list)
    poller.plan(list)
  }

  /** A job that was only found through another is a person's own once it has been asked for: it speaks for itself. */
  const adopt = (refs: readonly JobRef[]): void => {
    const own = present(refs).flatMap(({ foundThrough, ...watched }) =>
      watched.origin === 'linked' ? { ...watched, origin: 'added' as const } : [],
    )
    if (own.length === 0) return
    journal.together(() => {
      for (const watched of own) journal.jobs.put(watched)
    })
    board.putJobs(own)
  }

  return {
    async 'jobs:watch'(id, pasted) {
      const connection = board.connection(id)
      if (connection === undefined) throw new Refusal('This connection is not there any more.')
      const answer = sortPasted(connection, pasted, ref => board.job(ref) !== undefined)
      if (answer.added.length > mostAtOnce) {
        throw new Refusal(`These are ${counted(answer.added.length, 'job')}. Add at most ${count(mostAtOnce)} at once.`)
      }
      const list = journal.together(() =>
        answer.added.map(ref => {
          // Forgotten before, perhaps: it begins anew, and an ending it had meanwhile is no news.
          const before = journal.jobs.restore(ref)
          journal.unfollowed.remove(ref)
          const watched = {
            ...newlyWatched(ref, connection.vendor, 'added', clock.wall()),
            ...(before !== null && earlierStay(before)),
          }
          journal.jobs.put(watched)
          return watched
        }),
      )
      take(list)
      adopt(answer.already)
      return answer
    },
    async 'jobs:forget'(refs) {
      flush()
      const at = clock.wall()
      const named = namedIn(board.jobs())
      journal.together(() => {
        for (const ref of refs) {
          journal.jobs.forget(ref, at)
          if (named.has(refKey(ref))) journal.unfollowed.add(ref)
        }
      })
      poller.drop(refs)
      board.dropJobs(refs)
    },
    async 'jobs:restore'(refs) {
      take(
        journal.together(() => {
          for (const ref of refs) journal.unfollowed.remove(ref)
          return refs.flatMap(ref => journal.jobs.restore(ref) ?? [])
        }),
      )
    },
    async 'jobs:look-now'(refs) {
      poller.lookNow(present(refs))
    },
    async 'jobs:mark'(refs, { muted, pinned }) {
      const list = present(refs).map(watched => ({
        ...watched,
        ...(muted !== undefined && { muted }),
        ...(pinned !== undefined && { pinned }),
      }))
      journal.together(() => {
        for (const watched of list) journal.jobs.put(watched)
      })
      board.putJobs(list)
    },
    async 'jobs:read'(ref) {
      // Whoever asks is waiting for it.
      poller.attend(ref, tempos[board.settings().pace].fast)
      const watched = board.job(ref) ?? null
      const connection = board.connection(ref.connectionId)
      return {
        watched,
        connectionFault: connection?.fault ?? (isKeptBack(watched, connection) ? serverTroubleOf(ref) : null),
        paused: board.settings().paused || connection?.paused === true,
      }
    },
    async 'jobs:read-family'(ref) {
      const watched = board.job(ref)
      return watched === undefined ? null : familyOf(watched, board.job)
    },
    'jobs:read-detail': async ref => (isSeen(ref) ? journal.details.read(ref) : null),
    async 'jobs:read-errors'(ref, offset, limit) {
      return isSeen(ref) ? journal.details.issuePage(ref, 'errors', offset, limit) : nothing
    },
    async 'jobs:read-warnings'(ref, offset, limit) {
      return isSeen(ref) ? journal.details.issuePage(ref, 'warnings', offset, limit) : nothing
    },
    async 'jobs:read-reference-keys'(ref, offset, limit) {
      return isSeen(ref) ? journal.details.referenceKeyPage(ref, offset, limit) : nothing
    },
    async 'jobs:read-timeline'(ref) {
      const watched = board.job(ref)
      if (watched?.job == null) return noTimeline
      flush()
      const isBlind =
        watched.job.phase !== 'ended' && (watched.fault ?? board.connection(ref.connectionId)?.fault) != null
      return timelineOf(journal.timeline.read(ref), isBlind ? watched.seenAt : null, clock.wall().getTime())
    },
  } satisfies Pick<RequestHandlers, Names>
}

/** A server that is left alone is asked for one job at a time: the others learn nothing of its trouble by themselves. */
const isKeptBack = (watched: WatchedJob | null, connection: ConnectionView | undefined): boolean =>
  watched !== null && watched.fault === null && watched.job?.phase !== 'ended' && connection?.waitsUntil !== undefined
