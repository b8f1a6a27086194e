import type { JobRef } from '../../../shared/job'
import type { PostId } from '../../../shared/outbox'
import { workerOrder } from './worker-order'
import { type Numbered, numbered, type Pending } from './worker-state'

/**
 * What is pressed and not posted yet lies in the outbox as drafts from the first moment, so that a kill loses nothing:
 * one draft for each post to come, sent under the same id when its turn is there.
 */
export function createKept(newId: () => PostId = () => crypto.randomUUID()) {
  let ids: readonly PostId[] = []
  const texts = new Map<PostId, string>()

  const plan = (pending: Pending): readonly Numbered[] => {
    const list = numbered(pending, ids, newId)
    ids = list.map(({ id }) => id)
    return list
  }

  return {
    plan,
    keep(ref: JobRef, pending: Pending): void {
      for (const { id, input } of plan(pending)) {
        const text = JSON.stringify(input)
        if (texts.get(id) === text) continue
        texts.set(id, text)
        // A disk that refuses is told of when the post is sent.
        window.jobtray.putPost(workerOrder(ref, id, input), 'keep').catch(() => texts.delete(id))
      }
    },
    /** The next one goes on its way: its draft is no draft any more. */
    takeFirst(pending: Pending): Numbered | null {
      const [first, ...others] = plan(pending)
      ids = others.map(({ id }) => id)
      if (first !== undefined) texts.delete(first.id)
      return first ?? null
    },
    /** Nobody wants them any more. */
    drop(): void {
      for (const id of ids) window.jobtray.actOnPost(id, 'drop').catch(() => undefined)
      ids = []
      texts.clear()
    },
  }
}

export type Kept = ReturnType<typeof createKept>
