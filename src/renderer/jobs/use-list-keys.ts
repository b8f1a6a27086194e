import { type KeyboardEvent as ReactKeyboardEvent, useCallback, useRef } from 'react'
import { capabilities } from '../../shared/connection'
import { attempt } from '../state/attempt'
import { forget } from '../state/forget'
import { mirrorStore } from '../state/mirror-store'
import { goTo, viewStore } from '../state/view'

type List = {
  readonly keys: readonly string[]
  /** Rows that fit the window. */
  readonly page: () => number
}

type ListKey = KeyboardEvent | ReactKeyboardEvent

/** How far each key goes; null: not a key that moves. */
export function stepOf(key: string, rows: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return 1
    case 'ArrowUp':
    case 'k':
      return -1
    case 'PageDown':
      return page
    case 'PageUp':
      return -page
    case 'Home':
      return -rows
    case 'End':
      return rows
    default:
      return null
  }
}

/** Arrows or j and k move, Enter opens, Delete forgets (and can be undone), L looks now, R reports. The handler never changes. */
export function useListKeys(list: List): (event: ListKey, key: string) => void {
  const latest = useRef(list)
  latest.current = list
  return useCallback((event, rowKey) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { keys, page } = latest.current
    const at = keys.indexOf(rowKey)
    const select = (index: number): void => {
      const key = keys[Math.min(keys.length - 1, Math.max(0, index))]
      if (key !== undefined) viewStore.setState({ selected: key, focusRow: true })
    }
    const watched = mirrorStore.getState().mirror?.jobs.get(rowKey)
    const ref = watched?.ref
    const step = stepOf(event.key, keys.length, page())
    if (step !== null) select(at + step)
    else if (ref === undefined) return
    else if (event.key === 'Enter') goTo({ view: 'job', ref })
    else if (event.key === 'l') void attempt(window.jobtray.lookNow([ref]))
    else if (event.key === 'r' && watched && capabilities[watched.vendor].postProgress)
      goTo({ view: 'desk', mode: 'report', ref, postId: null })
    else if (event.key === 'Delete') {
      select(at + 1 < keys.length ? at + 1 : at - 1)
      void forget([ref])
    } else return
    event.preventDefault()
  }, [])
}
