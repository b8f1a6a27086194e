import type { PostId } from '../../shared/outbox'
import type { Journal } from '../journal/journal'
import type { StoredPost } from '../journal/posts'
import type { Clock } from '../watch/clock'
import type { Book } from './book'
import { compare } from './compare'
import { glimpseOf } from './glimpse'
import type { Seeing } from './seeing'

/** Looks made without being asked; afterwards a person asks. */
const mostLooks = 8
const firstRetryMs = 10_000

export type CheckingPorts = {
  readonly posts: Pick<Journal['posts'], 'get'>
  readonly book: Book
  readonly seeing: Pick<Seeing, 'look'>
  readonly clock: Clock
  readonly trouble: (where: string, error: unknown) => void
}

/** Reads the job of a post that nobody answered, and notes what that says. It decides nothing: a person does. */
export function createChecking({ posts, book, seeing, clock, trouble }: CheckingPorts) {
  const timers = new Map<PostId, () => void>()
  /** Looks that are under way, by post, in the order in which they were begun. */
  const underWay = new Map<PostId, readonly symbol[]>()
  let running = true

  /** False: a later look was answered before, and knows better. */
  const isNews = (id: PostId, look: symbol): boolean => {
    const looks = underWay.get(id) ?? []
    const later = looks.slice(looks.indexOf(look) + 1)
    if (!looks.includes(look)) return false
    if (later.length === 0) underWay.delete(id)
    else underWay.set(id, later)
    return true
  }

  const check = async (id: PostId): Promise<StoredPost | null> => {
    const stored = posts.get(id)
    if (stored?.post.state !== 'unknown') return stored
    const at = clock.wall()
    const { ref, content } = stored.post
    const mine = Symbol('look')
    underWay.set(id, [...(underWay.get(id) ?? []), mine])
    const seen = ref === null ? null : await seeing.look(ref)
    const news = isNews(id, mine)
    const now = posts.get(id)
    // Decided meanwhile.
    if (now?.post.state !== 'unknown' || !news) return now
    return book.note(now, { comparison: compare(now.post, seen?.ok ? glimpseOf(seen.value, content) : null, at) })
  }

  const soon = (id: PostId, ms: number, looks: number): void => {
    timers.get(id)?.()
    if (!running || looks >= mostLooks) return void timers.delete(id)
    timers.set(
      id,
      clock.after(ms, () => void run(id, looks)),
    )
  }

  const run = async (id: PostId, looks: number): Promise<void> => {
    try {
      const comparison = (await check(id))?.post.comparison
      if (comparison?.why === 'no-look') soon(id, firstRetryMs * 2 ** looks, looks + 1)
      else if (comparison?.againAt) soon(id, Date.parse(comparison.againAt) - clock.wall().getTime() + 100, looks + 1)
      else timers.delete(id)
    } catch (error) {
      trouble('outbox', error)
      soon(id, firstRetryMs * 2 ** looks, looks + 1)
    }
  }

  return {
    /** Now, because a person asks. */
    check,
    /** As soon as it makes sense, and again where that was too early or failed. */
    begin: (id: PostId): void => soon(id, 0, 0),
    stop(): void {
      running = false
      for (const cancel of timers.values()) cancel()
    },
  }
}

export type Checking = ReturnType<typeof createChecking>
