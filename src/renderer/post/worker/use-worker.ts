import { useEffect, useRef, useState } from 'react'
import type { JobRef } from '../../../shared/job'
import type { Post, PostId, PostOrder } from '../../../shared/outbox'
import type { ProgressInput } from '../../../shared/progress'
import { sentenceOf } from '../../state/attempt'
import { useMirror } from '../../state/mirror-store'
import { showToast } from '../../state/view'
import { isNothing, nothingPending, type Pending, takeAll, takeNext, waitMs } from './worker-state'

/** Posts of this panel that are still shown in its log. */
const mostShown = 12

/** Its answer is awaited, or a person has to decide: nothing else is posted before. */
const holds = (post: Post | null): boolean =>
  post !== null && (post.state === 'waiting' || post.state === 'sending' || standsStill(post))

export const standsStill = ({ state }: Post): boolean => state === 'refused' || state === 'unknown'

const orderOf = (ref: JobRef, id: PostId, input: ProgressInput): PostOrder => ({
  id,
  connectionId: ref.connectionId,
  content: { kind: 'progress', jobId: ref.jobId, input },
  form: null,
})

/** Gathers what is pressed into posts, at most one a second, each after the answer to the one before. */
export function useWorker(ref: JobRef) {
  const [pending, setPending] = useState(nothingPending)
  const [ids, setIds] = useState<readonly PostId[]>([])
  const [handing, setHanding] = useState(false)
  const lastAt = useRef<number | null>(null)
  const posts = useMirror(mirror => mirror.posts)
  const mine = ids.flatMap(id => posts.find(post => post.id === id) ?? [])
  const last = mine[0] ?? null
  const held = handing || holds(last)

  useEffect(() => {
    const taken = takeNext(pending)
    if (taken === null || held) return
    const timer = setTimeout(
      () => {
        const id = crypto.randomUUID()
        lastAt.current = Date.now()
        setPending(taken.rest)
        setIds(before => [id, ...before].slice(0, mostShown))
        setHanding(true)
        window.jobtray
          .putPost(orderOf(ref, id, taken.input), 'send')
          .catch(error => showToast(sentenceOf(error), 'bad'))
          .finally(() => setHanding(false))
      },
      waitMs(lastAt.current, Date.now()),
    )
    return () => clearTimeout(timer)
  }, [pending, held, ref])

  useLeaving(ref, pending, last !== null && standsStill(last))
  return {
    pending,
    press: (change: (before: Pending) => Partial<Pending>) => setPending(before => ({ ...before, ...change(before) })),
    forgetPending: () => setPending(nothingPending),
    waiting: !isNothing(pending) || held,
    last,
    mine,
  }
}

export type Worker = ReturnType<typeof useWorker>

/** What was pressed and not posted yet goes to the outbox when the panel is left: sent, or kept where the line stands still. */
function useLeaving(ref: JobRef, pending: Pending, stuck: boolean): void {
  const latest = useRef({ ref, pending, stuck })
  latest.current = { ref, pending, stuck }
  useEffect(() => {
    const leave = () => {
      const { ref, pending, stuck } = latest.current
      latest.current = { ...latest.current, pending: nothingPending }
      for (const input of takeAll(pending)) {
        void window.jobtray
          .putPost(orderOf(ref, crypto.randomUUID(), input), stuck ? 'keep' : 'send')
          .catch(error => showToast(sentenceOf(error), 'bad'))
      }
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
}
