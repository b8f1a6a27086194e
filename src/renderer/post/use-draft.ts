import { useEffect, useRef } from 'react'
import type { Post, PostOrder } from '../../shared/outbox'
import { sentenceOf } from '../state/attempt'
import { showToast } from '../state/view'

/** How long nothing must be typed before the draft is kept, ms. */
const rest = 500

type Draft = {
  readonly order: PostOrder
  /** The form as it was begun, taken up or sent: what equals it need not be kept. */
  readonly known: string
  /** There is nothing in the form, so there is nothing to keep. */
  readonly blank: boolean
  readonly keepable: boolean
  readonly onKept: (post: Post) => void
}

/** Keeps what is typed, a moment after it was typed and when the page is left, so that it survives a crash or a quit. */
export function useDraft(draft: Draft): void {
  const latest = useRef(draft)
  latest.current = draft
  const kept = useRef(draft.known)
  const { order, known, keepable } = draft
  const text = order.form ?? ''

  useEffect(() => {
    kept.current = known
  }, [known])

  useEffect(() => {
    if (!keepable || text === kept.current) return
    const timer = setTimeout(() => keep(latest.current, kept), rest)
    return () => clearTimeout(timer)
  }, [text, keepable])

  useEffect(() => {
    const keepNow = () => keep(latest.current, kept)
    window.addEventListener('pagehide', keepNow)
    return () => {
      window.removeEventListener('pagehide', keepNow)
      keepNow()
    }
  }, [])
}

function keep({ order, blank, keepable, onKept }: Draft, kept: { current: string }): void {
  const text = order.form ?? ''
  if (!keepable || text === kept.current) return
  const before = kept.current
  kept.current = text
  const done = blank ? window.jobtray.actOnPost(order.id, 'drop') : window.jobtray.putPost(order, 'keep')
  done.then(onKept, error => {
    // A form emptied before it was ever kept has no draft to drop.
    if (blank) return
    kept.current = before
    showToast(`The draft could not be kept. ${sentenceOf(error)}`, 'bad')
  })
}
