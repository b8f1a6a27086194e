import { create } from 'zustand'
import { type JobRef, refKey } from '../../../shared/job'
import type { Post, PostId } from '../../../shared/outbox'
import type { ProgressInput } from '../../../shared/progress'
import { mirrorStore } from '../../state/mirror-store'

/** A post that the panel gave to the outbox. `post` is null until main has answered; `isListed`: the mirror has shown it. */
export type Entry = {
  readonly id: PostId
  readonly input: ProgressInput
  readonly post: Post | null
  readonly isListed: boolean
}

/** Posts of one job that are still shown, newest first; and jobs whose posts are kept. */
const mostShown = 12
const mostJobs = 50

/** What became of each: as the mirror has it, before that as main answered. What a person took back or dropped is left out. */
export function followed(entries: readonly Entry[], posts: readonly Post[]): readonly Entry[] {
  return entries.flatMap((entry): readonly Entry[] => {
    const post = posts.find(({ id }) => id === entry.id)
    // The list holds the newest that were sent and all that are not: what is no longer there was sent, or dropped.
    if (post === undefined) return entry.isListed && entry.post?.state !== 'sent' ? [] : [entry]
    // Until it is its turn each is a draft, which the mirror may still show.
    if (post.state === 'draft') return entry.isListed ? [] : [entry]
    return [entry.post === post ? entry : { ...entry, post, isListed: true }]
  })
}

/**
 * What the panel has posted, by `refKey`: kept beside it, so that neither its log nor what is still on its way is lost when
 * another mode, page or job is looked at meanwhile.
 */
export const givenPosts = create<ReadonlyMap<string, readonly Entry[]>>(() => new Map())

const change = (ref: JobRef, next: (entries: readonly Entry[]) => readonly Entry[]): void => {
  const key = refKey(ref)
  const others = [...givenPosts.getState()].filter(([other]) => other !== key).slice(1 - mostJobs)
  const entries = next(givenPosts.getState().get(key) ?? []).slice(0, mostShown)
  givenPosts.setState(new Map([...others, [key, entries]]), true)
}

export const given = (ref: JobRef, id: PostId, input: ProgressInput): void =>
  change(ref, entries => [{ id, input, post: null, isListed: false }, ...entries])

/** Null: main did not take it. */
export const answered = (ref: JobRef, id: PostId, post: Post | null): void =>
  change(ref, entries =>
    entries.flatMap(entry =>
      entry.id !== id || (post !== null && entry.isListed) ? [entry] : post === null ? [] : [{ ...entry, post }],
    ),
  )

/** Also while no panel is open. */
mirrorStore.subscribe(({ mirror }, before) => {
  if (mirror === null || mirror.posts === before.mirror?.posts) return
  const kept = [...givenPosts.getState()]
  const next = kept.map(([key, entries]) => [key, followed(entries, mirror.posts)] as const)
  const isSame = next.every(([, entries], at) => {
    const was = kept[at]?.[1] ?? []
    return entries.length === was.length && entries.every((entry, nth) => entry === was[nth])
  })
  if (!isSame) givenPosts.setState(new Map(next), true)
})
