import { useEffect, useRef } from 'react'
import type { JobRef } from '../../../shared/job'
import { sentenceOf } from '../../state/attempt'
import { showToast } from '../../state/view'
import { answered, given } from './given-posts'
import { workerOrder } from './worker-order'
import { type Numbered, nothingPending, type Pending } from './worker-state'

/** What was pressed and not posted yet goes to the outbox when the panel is left: sent, or kept where the line stands still. */
export function useLeaving(
  ref: JobRef,
  pending: Pending,
  stuck: boolean,
  plan: (pending: Pending) => readonly Numbered[],
): void {
  const latest = useRef({ ref, pending, stuck, plan })
  latest.current = { ref, pending, stuck, plan }
  useEffect(() => {
    const leave = () => {
      const { ref, pending, stuck, plan } = latest.current
      latest.current = { ...latest.current, pending: nothingPending }
      for (const { id, input } of plan(pending)) {
        const order = workerOrder(ref, id, input)
        if (!stuck) given(ref, id, input)
        window.jobtray.putPost(order, stuck ? 'keep' : 'send').then(
          post => stuck || answered(ref, id, post),
          error => {
            answered(ref, id, null)
            showToast(sentenceOf(error), 'bad')
          },
        )
      }
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
}
