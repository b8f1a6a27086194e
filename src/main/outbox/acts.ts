import type { Post, PostAct, PostId } from '../../shared/outbox'
import type { Journal } from '../journal/journal'
import type { StoredPost } from '../journal/posts'
import { Refusal } from '../requests/answer'
import type { Book, Patch, Writing } from './book'
import type { Checking } from './checking'
import { type PostEvent, stateAfter } from './states'

export type ActPorts = {
  readonly posts: Pick<Journal['posts'], 'get' | 'nextPlace'>
  readonly book: Book
  readonly check: Checking['check']
  /** Where the connection points now; null when it is gone. */
  readonly targetOf: (connectionId: string) => string | null
  /** Lets the line go on; `insists`: whatever is known to be wrong with the connection. */
  readonly wake: (lane: string, insists?: boolean) => void
  readonly retryKeys: () => Promise<void>
}

/** A comparison stays with it, if only one that saw nothing: so it is known later that a person said so, not the server. */
const takenAs = ({ comparison, sentAt, createdAt }: Post): Patch => ({
  after: comparison?.now ?? null,
  comparison: comparison ?? {
    verdict: 'cannot-tell',
    why: 'no-look',
    evidence: [],
    againAt: null,
    at: sentAt ?? createdAt,
    now: null,
  },
})

const anew: Patch = { fault: null, nextTryAt: null, comparison: null }

/** What a person decides about a post. */
export function createActs({ posts, book, check, targetOf, wake, retryKeys }: ActPorts) {
  const change = (stored: StoredPost, event: PostEvent, patch: Patch, writing: Writing = {}): Post => {
    if (stateAfter(stored.post.state, event) === null) throw new Refusal(refusals[stored.post.state])
    const { post } = book.change(stored, event, patch, { durable: true, ...writing })
    wake(stored.lane, event === 'send-again')
    return post
  }

  const sendAgain = (stored: StoredPost): Post => {
    const { state, connectionId } = stored.post
    // An unknown one has kept its turn; a refused one was passed by others and queues up anew.
    const place = state === 'refused' ? posts.nextPlace() : stored.place
    // Only what was given back is ordered for wherever the connection points now.
    const target = state === 'waiting' ? stored.target : (targetOf(connectionId) ?? stored.target)
    return change(stored, 'send-again', anew, { place, target })
  }

  /** The person may just have unlocked the keychain: then the post goes by itself, perhaps before this one comes to it. */
  const unlocked = async ({ post: { id } }: StoredPost): Promise<Post> => {
    await retryKeys()
    const now = posts.get(id)
    if (now === null) throw new Refusal(gone)
    return now.post.state === 'sending' || now.post.state === 'sent' ? now.post : sendAgain(now)
  }

  return async (id: PostId, act: PostAct): Promise<Post> => {
    const stored = posts.get(id)
    if (stored === null) throw new Refusal(gone)
    switch (act) {
      case 'compare':
        if (stored.post.state !== 'unknown') throw new Refusal('There is nothing to compare: its fate is known.')
        return (await check(id))?.post ?? stored.post
      case 'send-again':
        return stored.post.fault?.kind === 'no-key' ? unlocked(stored) : sendAgain(stored)
      case 'take-as-arrived':
        return change(stored, 'take-as-arrived', takenAs(stored.post))
      case 'edit':
        if (stored.post.runId !== null)
          throw new Refusal('This one belongs to a run. Stop the run, then correct its file.')
        return change(stored, 'edit', { ...anew, fault: stored.post.fault })
      case 'drop':
        return change(stored, 'drop', {})
    }
  }
}

const gone = 'This post is not there any more.'

const refusals: Readonly<Record<Post['state'], string>> = {
  draft: 'It is a draft. Send it first.',
  waiting: 'It is waiting to be sent.',
  sending: 'It is being sent. Wait for the answer.',
  sent: 'It was sent already.',
  refused: 'It was refused. Correct it, or send it again.',
  unknown: 'It may have arrived. Decide that first: send it again, take it as arrived, or drop it.',
  dropped: 'It was given up. Begin a new one.',
}
