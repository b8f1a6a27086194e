import { useEffect, useRef, useState } from 'react'
import { type JobRef, refKey } from '../../../shared/job'
import type { Post } from '../../../shared/outbox'
import { sentenceOf } from '../../state/attempt'
import { showToast } from '../../state/view'
import { answered, type Entry, given, givenPosts } from './given-posts'
import { createKept } from './kept'
import type { Given } from './present'
import { useLeaving } from './use-leaving'
import { workerOrder } from './worker-order'
import { isNothing, nothingPending, type Pending, takeNext, waitMs } from './worker-state'

const standsStill = ({ state }: Post): boolean => state === 'refused' || state === 'unknown'

/** Gathers what is pressed into posts, at most one a second, each after the answer to the one before. */
export function useWorker(ref: JobRef) {
  const [pending, setPending] = useState(nothingPending)
  const [kept] = useState(() => createKept())
  const lastAt = useRef<number | null>(null)
  const posted = useGiven(ref)
  const held = posted.some(({ isOpen }) => isOpen)
  const stuck = posted.flatMap(({ post, isOpen }) => (isOpen && post !== null && standsStill(post) ? [post] : []))
  const firstStuck = stuck.at(-1) ?? null

  useEffect(() => kept.keep(ref, pending), [kept, ref, pending])

  useEffect(() => {
    const taken = takeNext(pending)
    if (taken === null || held) return
    const give = () => {
      const next = kept.takeFirst(pending)
      if (next === null) return
      const { id, input } = next
      lastAt.current = performance.now()
      setPending(taken.rest)
      given(ref, id, input)
      window.jobtray.putPost(workerOrder(ref, id, input), 'send').then(
        post => answered(ref, id, post),
        error => {
          answered(ref, id, null)
          showToast(sentenceOf(error), 'bad')
        },
      )
    }
    const timer = setTimeout(give, waitMs(lastAt.current, performance.now()))
    return () => clearTimeout(timer)
  }, [pending, held, ref, kept])

  useLeaving(ref, pending, firstStuck !== null, kept.plan)
  return {
    pending,
    press: (change: (before: Pending) => Partial<Pending>) => setPending(before => ({ ...before, ...change(before) })),
    forgetPending: () => {
      kept.drop()
      setPending(nothingPending)
    },
    waiting: !isNothing(pending) || held,
    posted,
    /** What stands in the way of all that is to come; null: nothing. */
    stuck: firstStuck,
    posts: posted.flatMap(({ post }) => post ?? []),
  }
}

export type Worker = ReturnType<typeof useWorker>

const none: readonly Entry[] = []
const isRefused = ({ post }: Entry): boolean => post?.state === 'refused'

/** Newest first. One that had been refused before the panel was opened stands in nobody's way any more. */
function useGiven(ref: JobRef): readonly Given[] {
  const entries = givenPosts(all => all.get(refKey(ref)) ?? none)
  const [over] = useState(() => new Set(entries.filter(isRefused).map(({ id }) => id)))
  return entries.map(entry => {
    const { id, input, post } = entry
    return { input, post, isOpen: post?.state !== 'sent' && !(over.has(id) && isRefused(entry)) }
  })
}
