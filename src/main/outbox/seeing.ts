import { bad, type Fault, good, type Result } from '../../shared/fault'
import { type JobRef, refKey } from '../../shared/job'
import type { Observation } from '../apis/jobs-api'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { fold } from '../watch/fold'
import type { Poller } from '../watch/poller'
import type { Watcher } from '../watch/watcher'
import { lookFateOf } from './fate'
import type { Seen } from './glimpse'
import type { PoliteApi } from './polite'

/** A whole answer this young still tells what the job is like before the next post, ms. */
const youngMs = 10_000

export type SeeingPorts = {
  readonly board: Pick<Board, 'job'>
  readonly apiOf: (connectionId: string) => Pick<PoliteApi, 'readDetail'> | null
  readonly watcher: Pick<Watcher, 'receive'>
  readonly poller: Pick<Poller, 'written'>
  readonly clock: Clock
  readonly trouble: (where: string, error: unknown) => void
}

/** When a look was asked for, a reply came, or a post was lost. `turn`: their order. `since`: monotonic ms. */
type Moment = { readonly turn: number; readonly since: number }
/** `seen` null: nobody knows what the job was like then. */
type Newest = Moment & { readonly seen: Seen | null }

const noConnection: Fault = { kind: 'no-key', why: 'none' }

/** What the outbox sees of jobs: its own looks and the replies to its posts; each is also an observation for the watcher. */
export function createSeeing({ board, apiOf, watcher, poller, clock, trouble }: SeeingPorts) {
  const newest = new Map<string, Newest>()
  let moments = 0
  const moment = (): Moment => {
    moments += 1
    return { turn: moments, since: clock.monotonic() }
  }

  const keep = (ref: JobRef, seen: Seen | null, asked: Moment): void => {
    const key = refKey(ref)
    // Asked before a report was answered, or lost: it may not show what that has changed.
    if ((newest.get(key)?.turn ?? 0) > asked.turn) return
    newest.delete(key)
    newest.set(key, { seen, ...asked })
    letGo()
  }
  const seenIn = (ref: JobRef, observation: Observation, at: Date): Seen => ({
    job: board.job(ref)?.job ?? fold(null, observation.facts),
    detail: observation.detail ?? {},
    at,
  })

  /** The oldest stand first: what is too old to be of use takes no room, its lists of errors least of all. */
  const letGo = (): void => {
    for (const [key, { since }] of newest) {
      if (clock.monotonic() - since <= youngMs) return
      newest.delete(key)
    }
  }

  /** What the watcher makes of it must not keep a post from going, nor one that arrived from being known to have. */
  const handOn = (ref: JobRef, observation: Observation, asked?: number): void => {
    try {
      watcher.receive(ref, good(observation), asked)
    } catch (error) {
      trouble('watching', error)
    }
  }

  /** Reads the whole job. */
  const look = async (ref: JobRef): Promise<Result<Seen>> => {
    const at = clock.wall()
    const asked = moment()
    const api = apiOf(ref.connectionId)
    const result = api === null ? bad(noConnection) : await api.readDetail(ref.jobId)
    if (!result.ok) return result
    handOn(ref, result.value, asked.since)
    const seen = seenIn(ref, result.value, at)
    keep(ref, seen, asked)
    return good(seen)
  }

  return {
    look,
    /** The job just before a post: as a whole answer showed it a moment ago, or by a look. Null: go on without. */
    async before(ref: JobRef | null): Promise<Result<Seen | null>> {
      if (ref === null) return good(null)
      const known = newest.get(refKey(ref))
      if (known?.seen != null && clock.monotonic() - known.since <= youngMs) return good(known.seen)
      const seen = await look(ref)
      return seen.ok || lookFateOf(seen.fault) !== 'go-on' ? seen : good(null)
    },
    /** A reply is never older than the post it answers, so every look that is under way is (api-notes section 3). */
    reply(ref: JobRef, observation: Observation): Seen {
      handOn(ref, observation)
      if (board.job(ref) !== undefined) poller.written(ref)
      const seen = seenIn(ref, observation, clock.wall())
      keep(ref, seen, moment())
      return seen
    },
    /** Nobody knows what the job is like now. */
    forget: (ref: JobRef): void => keep(ref, null, moment()),
  }
}

export type Seeing = ReturnType<typeof createSeeing>
