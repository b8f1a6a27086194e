import { useEffect, useRef, useState } from 'react'
import { announcementOf, newestId } from '../state/announcements'
import { useMirror } from '../state/mirror-store'

/** Least time between two announcements, in ms: a burst of endings is told as one. */
const between = 4_000

/** Tells a screen reader about endings, politely and not too often. */
export function Announcer() {
  const notices = useMirror(mirror => mirror.notices)
  const [said, say] = useState('')
  const told = useRef({ id: newestId(notices), at: Number.NEGATIVE_INFINITY })
  useEffect(() => {
    if (announcementOf(notices, told.current.id) === null) return
    const timer = setTimeout(
      () => {
        const text = announcementOf(notices, told.current.id)
        told.current = { id: newestId(notices), at: performance.now() }
        if (text !== null) say(text)
      },
      Math.max(0, told.current.at + between - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [notices])
  return (
    <div aria-live="polite" className="sr-only">
      {said}
    </div>
  )
}
