import { useEffect, useRef } from 'react'
import type { JobRef } from '../../../shared/job'
import { sentenceOf } from '../../state/attempt'
import { showToast } from '../../state/view'
import { workerOrder } from './worker-order'
import { nothingPending, type Pending, takeAll } from './worker-state'

/** What was pressed and not posted yet goes to the outbox when the panel is left: sent, or kept where the line stands still. */
export function useLeaving(ref: JobRef, pending: Pending, stuck: boolean): void {
  const latest = useRef({ ref, pending, stuck })
  latest.current = { ref, pending, stuck }
  useEffect(() => {
    const leave = () => {
      const { ref, pending, stuck } = latest.current
      latest.current = { ref, stuck, pending: nothingPending }
      for (const input of takeAll(pending)) {
        void window.jobtray
          .putPost(workerOrder(ref, crypto.randomUUID(), input), stuck ? 'keep' : 'send')
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
