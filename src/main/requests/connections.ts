import type { Connection, ConnectionId } from '../../shared/connection'
import type { RequestHandlers } from '../../shared/ipc'
import type { WatchedJob } from '../../shared/snapshot'
import { asksAlike, seesOtherJobs } from '../connections/changes'
import type { Desk } from '../connections/desk'
import type { Doctor } from '../connections/doctor/doctor'
import type { PostRight } from '../connections/post-right'
import { notePostRight } from '../connections/write-fault'
import type { Journal } from '../journal/journal'
import type { Outbox } from '../outbox/outbox'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { newlyWatched } from '../watch/newly-watched'
import type { Poller } from '../watch/poller'
import { Refusal } from './answer'

type Names =
  | 'connections:save'
  | 'connections:forget-key'
  | 'connections:change'
  | 'connections:remove'
  | 'connections:doctor'
  | 'connections:may-post'
  | 'keychain:retry'

export type ConnectionRequestPorts = {
  readonly desk: Desk
  readonly board: Board
  readonly journal: Pick<Journal, 'connections' | 'jobs' | 'details' | 'together'>
  readonly poller: Pick<Poller, 'drop' | 'plan' | 'wake'>
  readonly doctor: Doctor
  readonly mayPost: PostRight
  readonly clock: Pick<Clock, 'wall'>
  readonly outbox: Pick<Outbox, 'retry'>
  /** Writes what the watcher has collected. */
  readonly flush: () => void
}

export function connectionRequests({
  desk,
  board,
  journal,
  poller,
  doctor,
  mayPost,
  outbox,
  clock,
  flush,
}: ConnectionRequestPorts) {
  const jobsOf = (id: ConnectionId): readonly WatchedJob[] =>
    [...board.jobs()].filter(watched => watched.ref.connectionId === id)

  /**
   * Drops the looks that are under way: what they bring was asked with the key, the organization or the address before.
   * In another organization the same id is another job, so what was known is dropped as well (api-notes E44).
   */
  const beginAnew = (before: Connection, after: Connection): void => {
    const jobs = jobsOf(after.id)
    poller.drop(jobs.map(watched => watched.ref))
    flush()
    const list = seesOtherJobs(before, after) ? jobs.map(unseen) : jobs
    board.putJobs(list)
    poller.plan(list)
    // Last: a disk that refuses must not keep the old organization's jobs before anybody's eyes.
    if (list !== jobs) forgetWhatWasSeen(list)
  }

  /** Else the next start would take the old organization's jobs for these, and tell their endings. */
  const forgetWhatWasSeen = (list: readonly WatchedJob[]): void =>
    journal.together(() => {
      for (const watched of list) {
        journal.jobs.put(watched)
        journal.details.drop(watched.ref)
      }
    })

  return {
    async 'connections:save'(id, form, insist) {
      const before = id === null ? undefined : board.connection(id)
      const answer = await desk.save(id, form, insist)
      if (answer.ok && before !== undefined && (form.key !== null || !asksAlike(before, answer.connection))) {
        beginAnew(before, answer.connection)
      }
      return answer
    },
    'connections:forget-key': id => desk.forgetKey(id),
    async 'connections:change'(id, { paused, mutedKinds }) {
      const before = board.connection(id)
      if (before === undefined) throw new Refusal('This connection is not there any more.')
      const after = {
        ...before,
        ...(paused !== undefined && { paused }),
        ...(mutedKinds !== undefined && { mutedKinds }),
      }
      journal.connections.choose(id, after)
      board.putConnection(after)
      poller.wake()
      outbox.retry(id)
      return after
    },
    async 'connections:remove'(id) {
      const refs = jobsOf(id).map(watched => watched.ref)
      const keyStays = await desk.remove(id)
      poller.drop(refs)
      return keyStays
    },
    async 'connections:doctor'(id, insist) {
      const connection = board.connection(id)
      if (connection === undefined) throw new Refusal('This connection is not there any more.')
      const report = await doctor(connection, insist)
      notePostRight(board, clock, id, report)
      if (report.steps.some(({ name, state }) => name === 'key' && state === 'ok')) desk.proved(id)
      return report
    },
    'connections:may-post': mayPost,
    'keychain:retry': () => desk.retryKeys(),
  } satisfies Pick<RequestHandlers, Names>
}

const unseen = ({ ref, vendor, origin, addedAt }: WatchedJob): WatchedJob =>
  newlyWatched(ref, vendor, origin, new Date(addedAt))
