import { useEffect, useRef, useState } from 'react'
import type { PostOrder } from '../../shared/outbox'
import type { PostPreview } from '../../shared/post-preview'
import { sentenceOf } from '../state/attempt'

/** How long nothing must be typed before main is asked, ms. */
const rest = 150

export type Preview = { readonly preview: PostPreview | null; readonly trouble: string | null }

/** The exact request for what the form says now; while a newer one is asked for, the last one stays in view. */
export function usePreview(order: PostOrder): Preview {
  const [shown, show] = useState<Preview>({ preview: null, trouble: null })
  const asked = useRef(0)
  const text = JSON.stringify(order)
  useEffect(() => {
    asked.current += 1
    const mine = asked.current
    const ifNewest = (next: Preview) => mine === asked.current && show(next)
    const timer = setTimeout(() => {
      window.jobtray.previewPost(JSON.parse(text)).then(
        preview => ifNewest({ preview, trouble: null }),
        error => ifNewest({ preview: null, trouble: sentenceOf(error) }),
      )
    }, rest)
    return () => clearTimeout(timer)
  }, [text])
  return shown
}
