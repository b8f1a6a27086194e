import type { Fault } from '../../shared/fault'
import type { JobRef } from '../../shared/job'
import type { PostRun, Waits } from '../../shared/outbox'
import type { WatchedJob } from '../../shared/snapshot'
import type { Observation } from '../apis/jobs-api'
import { setWriteFault } from '../connections/write-fault'
import type { Journal } from '../journal/journal'
import type { StoredPost } from '../journal/posts'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { newlyWatched } from '../watch/newly-watched'
import { concernsConnection } from '../watch/settle'
import type { Watcher } from '../watch/watcher'
import type { Book } from './book'
import { fateOf, holdsRun } from './fate'
import { glimpseOf } from './glimpse'
import type { Seeing } from './seeing'

/** What came back for a post. */
export type Posted =
  | { readonly kind: 'created'; readonly jobId: string; readonly observation: Observation }
  | { readonly kind: 'reported'; readonly observation: Observation }
  | { readonly kind: 'fault'; readonly fault: Fault }

export type OutcomePorts = {
  readonly book: Book
  readonly journal: Pick<Journal, 'jobs' | 'runs'>
  readonly board: Pick<Board, 'job' | 'putJobs' | 'connection' | 'putConnection'>
  readonly seeing: Seeing
  readonly watcher: Pick<Watcher, 'connectionFault'>
  readonly clock: Clock
  /** A post was lost from sight: look whether it arrived. */
  readonly onLost: (id: string) => void
  /** A connection's standing fault is gone. */
  readonly onCleared: (connectionId: string) => void
  /** A run is held, or has ended. */
  readonly onRunTurn: (run: PostRun) => void
  readonly trouble: (where: string, error: unknown) => void
}

/** Writes down what became of a post and tells whom it concerns. What can fail (the disk) comes first and may be repeated. */
export function createOutcome({
  book,
  journal,
  board,
  seeing,
  watcher,
  clock,
  onLost,
  onCleared,
  onRunTurn,
  trouble,
}: OutcomePorts) {
  /** Tried because a person insisted, and it works: so may the looks. */
  const clearStanding = (id: string) => {
    const standing = board.connection(id)?.fault?.fault
    if (standing === undefined || !concernsConnection(standing)) return
    watcher.connectionFault(id, null)
    onCleared(id)
  }

  const holdRun = (runId: string | null, fault: Fault) => {
    const run = runId === null || !holdsRun(fault) ? null : journal.runs.get(runId)
    if (run?.state !== 'going') return
    journal.runs.update(run.id, 'held', fault)
    book.show()
    tellRun(runId)
  }

  const tellRun = (runId: string | null) => {
    const run = runId === null ? null : journal.runs.get(runId)
    if (run !== null) onRunTurn(run)
  }

  const refuse = (stored: StoredPost, fault: Fault): void => {
    const { post } = book.change(stored, 'refused', { fault, nextTryAt: null })
    holdRun(post.runId, fault)
    if (fault.kind === 'forbidden') setWriteFault(board, clock, post.connectionId, fault)
    // "The job has changed meanwhile": so that it is seen how (reliability fault 53).
    if (fault.kind === 'conflict' && post.ref !== null) seeing.look(post.ref).catch(error => trouble('outbox', error))
  }

  const lose = (sending: StoredPost, fault: Fault): void => {
    const { post } = book.change(sending, 'lost', { fault })
    if (post.ref !== null) seeing.forget(post.ref)
    onLost(post.id)
  }

  const reported = (sending: StoredPost, ref: JobRef, observation: Observation): void => {
    const after = glimpseOf(seeing.reply(ref, observation), sending.post.content)
    book.change(sending, 'taken', { after })
  }

  /** The new job is on the watch list in the same moment as its post is known to be sent. */
  const created = (sending: StoredPost, jobId: string, observation: Observation): void => {
    const { connectionId, content } = sending.post
    const connection = board.connection(connectionId)
    if (connection === undefined) return
    const ref = { connectionId, jobId }
    // Somebody may have watched it before the answer came; it is made here all the same.
    const known = board.job(ref) ?? newlyWatched(ref, connection.vendor, 'created', clock.wall())
    const watched: WatchedJob = { ...known, origin: 'created' }
    const also = () => {
      journal.jobs.restore(ref)
      journal.jobs.put(watched)
    }
    const sent = book.change(sending, 'taken', { ref, jobCreatedHere: true }, { durable: true, also })
    board.putJobs([watched])
    book.note(sent, { after: glimpseOf(seeing.reply(ref, observation), content) })
  }

  return {
    refuse,
    /** Keeps its place in the line; nothing of it has been applied. `event`: null when nothing of it was sent either. */
    hold(stored: StoredPost, event: 'not-left' | 'put-off' | null, waits: Waits): void {
      if (event === null) book.note(stored, waits)
      else book.change(stored, event, waits)
      const { fault } = waits
      if (fault !== null && concernsConnection(fault)) watcher.connectionFault(stored.post.connectionId, fault)
    },
    conclude(sending: StoredPost, posted: Posted): void {
      const { connectionId, ref, runId } = sending.post
      if (posted.kind === 'fault') {
        if (fateOf(posted.fault) === 'refused') refuse(sending, posted.fault)
        else lose(sending, posted.fault)
      } else {
        setWriteFault(board, clock, connectionId, null)
        clearStanding(connectionId)
        if (posted.kind === 'created') created(sending, posted.jobId, posted.observation)
        else if (ref !== null) reported(sending, ref, posted.observation)
      }
      tellRun(runId)
    },
  }
}

export type Outcome = ReturnType<typeof createOutcome>
