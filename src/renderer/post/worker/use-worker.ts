import { useEffect, useRef, useState } from 'react'
import type { JobRef } from '../../../shared/job'
import type { Post, PostId } from '../../../shared/outbox'
import type { ProgressInput } from '../../../shared/progress'
import { sentenceOf } from '../../state/attempt'
import { useMirror } from '../../state/mirror-store'
import { showToast } from '../../state/view'
import { createKept } from './kept'
import type { Given } from './present'
import { useLeaving } from './use-leaving'
import { workerOrder } from './worker-order'
import { isNothing, nothingPending, type Pending, takeNext, waitMs } from './worker-state'

/** Posts of this panel that are still shown in its log. */
const mostShown = 12

/** `post` is null until main has answered. */
type Entry = { readonly id: PostId; readonly input: ProgressInput; readonly post: Post | null }

export const standsStill = ({ state }: Post): boolean => state === 'refused' || state === 'unknown'

/** Gathers what is pressed into posts, at most one a second, each after the answer to the one before. */
export function useWorker(ref: JobRef) {
  const [pending, setPending] = useState(nothingPending)
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const [kept] = useState(() => createKept())
  const lastAt = useRef<number | null>(null)
  const given = useGiven(entries)
  const last = given[0] ?? null
  const held = last?.isOpen === true

  useEffect(() => kept.keep(ref, pending), [kept, ref, pending])

  useEffect(() => {
    const taken = takeNext(pending)
    if (taken === null || held) return
    const give = () => {
      const next = kept.takeFirst(pending)
      if (next === null) return
      const { id, input } = next
      const answer = (post: Post | null) =>
        setEntries(before =>
          before.flatMap(entry => (entry.id !== id ? entry : post === null ? [] : { ...entry, post })),
        )
      lastAt.current = Date.now()
      setPending(taken.rest)
      setEntries(before => [{ id, input, post: null }, ...before].slice(0, mostShown))
      window.jobtray.putPost(workerOrder(ref, id, input), 'send').then(answer, error => {
        answer(null)
        showToast(sentenceOf(error), 'bad')
      })
    }
    const timer = setTimeout(give, waitMs(lastAt.current, Date.now()))
    return () => clearTimeout(timer)
  }, [pending, held, ref, kept])

  const stuck = last?.post != null && standsStill(last.post)
  useLeaving(ref, pending, stuck, kept.plan)
  return {
    pending,
    press: (change: (before: Pending) => Partial<Pending>) => setPending(before => ({ ...before, ...change(before) })),
    forgetPending: () => {
      kept.drop()
      setPending(nothingPending)
    },
    waiting: !isNothing(pending) || held,
    last,
    posts: given.flatMap(({ post }) => post ?? []),
  }
}

export type Worker = ReturnType<typeof useWorker>

/** What became of each post: as the mirror has it, before that as main answered; one that left the list was dropped. */
function useGiven(entries: readonly Entry[]): readonly Given[] {
  const posts = useMirror(mirror => mirror.posts)
  const listed = useRef(new Set<PostId>())
  return entries.flatMap(({ id, input, post: answered }): readonly Given[] => {
    const found = posts.find(post => post.id === id)
    if (found !== undefined) listed.current.add(id)
    else if (listed.current.has(id)) return []
    const post = found ?? answered
    return [{ input, post, isOpen: post === null || post.state !== 'sent' }]
  })
}
