import { useEffect, useRef } from 'react'
import { viewStore } from '../state/view'

/** Escape leaves the page, unless something in it has use for the key; what was typed is kept as a draft. */
export function useWayBack(leave: () => void): void {
  const latest = useRef(leave)
  latest.current = leave
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key !== 'Escape' || viewStore.getState().dialog !== null) return
      latest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
