import { useEffect, useRef } from 'react'
import { viewStore } from '../../state/view'

export type WorkerKeys = Readonly<Record<'count' | 'stage' | 'error' | 'done' | 'fail' | 'start', (() => void) | null>>

const nameOf = (key: string): keyof WorkerKeys | null => {
  switch (key.toLowerCase()) {
    case '+':
    case '=':
      return 'count'
    case 'n':
      return 'stage'
    case 'e':
      return 'error'
    case 'd':
      return 'done'
    case 'f':
      return 'fail'
    case 's':
      return 'start'
    default:
      return null
  }
}

/** A key for each act, wherever the keyboard stands, but in a field or a dialog. */
export function useWorkerKeys(keys: WorkerKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (viewStore.getState().dialog !== null) return
      if (event.target instanceof HTMLElement && event.target.closest('textarea, select, input:not([type="radio"])')) {
        return
      }
      const name = nameOf(event.key)
      // Only counting goes on while a key is held down.
      if (name === null || (event.repeat && name !== 'count')) return
      const act = latest.current[name]
      if (act === null) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
