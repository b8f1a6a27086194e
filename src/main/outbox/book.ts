import type { Post, PostId } from '../../shared/outbox'
import { isHeldBeyond } from '../../shared/wait-wording'
import type { Journal } from '../journal/journal'
import type { StoredPost } from '../journal/posts'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { isSettled, type PostEvent, stateAfter } from './states'

const mostEndedShown = 30
const mostUnknownOfRuns = 20
/** A run changes a hundred times a second; what is shown of it need not, ms. */
const showEveryMs = 50
const afterTroubleMs = 10_000

export type BookPorts = {
  readonly journal: Pick<Journal, 'posts' | 'runs' | 'templates' | 'together' | 'durably'>
  readonly board: Pick<Board, 'put'>
  readonly clock: Clock
  /** A post is in another state, or waits for another reason. */
  readonly onTurn: (post: Post, isAwaited: boolean) => void
  readonly trouble: (where: string, error: unknown) => void
}

export type Patch = Partial<Omit<Post, 'id' | 'state' | 'endedAt'>>

export type Writing = {
  /** Waits for the disk itself, so that not even a power cut makes it undone. */
  readonly durable?: boolean
  /** Its new place in the line. */
  readonly place?: number
  readonly target?: string
  /** Written in the same transaction. */
  readonly also?: () => void
}

/** A person asked for what cannot happen to a post as it is now. */
export class CannotHappen extends Error {}

/** Every change of a post: held against the table, written down, shown, and told to whoever waits for it. */
export function createBook({ journal, board, clock, onTurn, trouble }: BookPorts) {
  const waiters = new Map<PostId, Set<Waiter>>()
  let showing: (() => void) | null = null
  let again = false

  /** False: the journal cannot be read for now. What was written stands all the same, so nobody else is told. */
  const showNow = (): boolean => {
    try {
      board.put({ posts: journal.posts.shown(mostEndedShown, mostUnknownOfRuns), runs: journal.runs.all() })
      return true
    } catch (error) {
      trouble('outbox', error)
      return false
    }
  }
  /** At once, and what follows within the next moment together at its end. */
  const show = () => {
    if (showing !== null) {
      again = true
      return
    }
    const isShown = showNow()
    again = !isShown
    showing = clock.after(isShown ? showEveryMs : afterTroubleMs, () => {
      showing = null
      if (again) show()
    })
  }

  const write = (next: StoredPost, { durable = false, also }: Writing, before: Post | null): StoredPost => {
    const act = () => {
      also?.()
      journal.posts.put(next)
    }
    if (durable) journal.durably(act)
    else journal.together(act)
    const { post } = next
    show()
    if (before?.state !== post.state || before.fault?.kind !== post.fault?.kind) onTurn(post, waiters.has(post.id))
    for (const { tell, until } of [...(waiters.get(post.id) ?? [])]) if (isEnough(post, until)) tell(post)
    return next
  }

  /** A timer asks: a journal that cannot be read then must not end the app, nor leave whoever waits without an answer. */
  const nowOr = (known: Post): Post | null => {
    try {
      return journal.posts.get(known.id)?.post ?? null
    } catch (error) {
      trouble('outbox', error)
      return known
    }
  }

  return {
    show,
    /** Throws when this cannot happen, and when it cannot be written; then nothing has happened. */
    change(stored: StoredPost, event: PostEvent, patch: Patch = {}, writing: Writing = {}): StoredPost {
      const state = stateAfter(stored.post.state, event)
      if (state === null) throw new CannotHappen(`${event} of a post that is ${stored.post.state}`)
      const isOver = state === 'sent' || state === 'refused' || state === 'dropped'
      const post = { ...stored.post, ...patch, state, endedAt: isOver ? clock.wall().toISOString() : null }
      const { place = stored.place, target = stored.target } = writing
      return write({ ...stored, post, place, target }, writing, stored.post)
    },
    /** Notes something about a post whose state stays. */
    note: (stored: StoredPost, patch: Patch, writing: Writing = {}): StoredPost =>
      write({ ...stored, post: { ...stored.post, ...patch } }, writing, stored.post),
    add: (stored: StoredPost, writing: Writing): StoredPost => write(stored, writing, null),
    /**
     * The post once it is no longer waiting or sending, or will not be in time: only a person can help it on, or its server
     * asked for more than so many ms. At the latest after those; null: there is none.
     */
    settled(id: PostId, mostMs: number): Promise<Post | null> {
      const present = journal.posts.get(id)?.post ?? null
      const until = clock.wall().getTime() + mostMs
      if (present === null || isEnough(present, until)) return Promise.resolve(present)
      return new Promise(resolve => {
        const mine = waiters.get(id) ?? new Set()
        waiters.set(id, mine)
        const end = (post: Post | null) => {
          cancel()
          mine.delete(waiter)
          if (mine.size === 0) waiters.delete(id)
          resolve(post)
        }
        const cancel = clock.after(mostMs, () => end(nowOr(present)))
        const waiter: Waiter = { until, tell: end }
        mine.add(waiter)
      })
    },
  }
}

/** Whoever waits for a post, until then, wall ms. */
type Waiter = { readonly until: number; readonly tell: (post: Post) => void }

const isEnough = (post: Post, until: number): boolean => isSettled(post.state) || isHeldBeyond(post, until)

export type Book = ReturnType<typeof createBook>
