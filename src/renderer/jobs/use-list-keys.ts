import { type KeyboardEvent as ReactKeyboardEvent, useCallback, useRef } from 'react'
import { capabilities } from '../../shared/connection'
import { mirrorStore } from '../state/mirror-store'
import { goTo, viewStore } from '../state/view'
import { forgetRows } from './forget-rows'
import { listActs } from './list-acts'
import { clearPicked, pickAll, pickedAmong, pickTo, refsAt, togglePicked } from './picked'

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

/** What each key does with one row or the picked ones: `shortcut-list.ts` names them all. The handler never changes. */
export function useListKeys(list: List): (event: ListKey, key: string) => void {
  const latest = useRef(list)
  latest.current = list
  return useCallback((event, rowKey) => {
    const { keys, page } = latest.current
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.altKey || event.shiftKey || event.key.toLowerCase() !== 'a') return
      pickAll(keys)
      return event.preventDefault()
    }
    const at = keys.indexOf(rowKey)
    const select = (index: number): void => {
      const key = keys[Math.min(keys.length - 1, Math.max(0, index))]
      if (key !== undefined) viewStore.setState({ selected: key, focusRow: true })
    }
    const watched = mirrorStore.getState().mirror?.jobs.get(rowKey)
    const ref = watched?.ref
    const step = stepOf(event.key, keys.length, page())
    const act = actOf(event.key)
    if (step !== null) {
      const next = Math.min(keys.length - 1, Math.max(0, at + step))
      if (event.shiftKey) pickTo(keys, keys[next] ?? rowKey, rowKey)
      select(next)
    } else if (event.key === 'Escape' && pickedAmong(keys).length > 0) clearPicked()
    else if (event.key === 'Escape' && viewStore.getState().filter !== '') viewStore.setState({ filter: '' })
    else if (ref === undefined) return
    // A key that is held down moves on; it acts once, or Delete would empty the list.
    else if (event.repeat && event.key !== ' ') return
    else if (event.key === 'Enter') goTo({ view: 'job', ref })
    else if (event.key === 'x' || event.key === ' ') event.repeat || togglePicked(rowKey)
    else if (act !== null) listActs[act](refsAt(rowKey, keys))
    else if (event.key === 'r' && watched && capabilities[watched.vendor].postProgress)
      goTo({ view: 'desk', mode: 'report', ref, postId: null })
    else if (event.key === 'Delete') {
      void forgetRows(refsAt(rowKey, keys), keys, rowKey)
    } else return
    event.preventDefault()
  }, [])
}

function actOf(key: string): Exclude<keyof typeof listActs, 'forget'> | null {
  switch (key) {
    case 'l':
      return 'look'
    case 'p':
      return 'pin'
    case 'm':
      return 'mute'
    case 'c':
      return 'copy'
    default:
      return null
  }
}
