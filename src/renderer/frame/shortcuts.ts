import { undoLast } from '../state/forget'
import type { View } from '../state/place'
import { goTo, listJobsOf, openDialog, viewStore } from '../state/view'

/** After G, for this long, ms. */
const chordMs = 1_500

const places: Readonly<Record<string, Exclude<View['view'], 'job' | 'create' | 'desk' | 'report' | 'find'>>> = {
  i: 'inbox',
  o: 'outbox',
  c: 'connections',
  s: 'settings',
}

/** Keys that hold everywhere in the window. */
export function listenForShortcuts(): void {
  let begunAt = Number.NEGATIVE_INFINITY

  const single = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase()
    const isChord = event.timeStamp - begunAt < chordMs
    begunAt = key === 'g' && !isChord ? event.timeStamp : Number.NEGATIVE_INFINITY
    if (event.key === '?') openDialog({ kind: 'shortcuts' })
    else if (!isChord) return key === 'g'
    else if (key === 'j') listJobsOf(null)
    else if (key === 'f') goTo({ view: 'find', key: '' })
    else {
      const view = places[key]
      if (view === undefined) return false
      goTo({ view })
    }
    return true
  }

  // In the first phase: after G the letters are not the list's.
  document.addEventListener(
    'keydown',
    event => {
      const control = (event.ctrlKey || event.metaKey) && !event.altKey
      const key = event.key.toLowerCase()
      if (control && key === 'k' && !event.shiftKey) {
        const { dialog } = viewStore.getState()
        if (dialog === null) openDialog({ kind: 'palette' })
      } else {
        const { target } = event
        const typing =
          target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]') !== null
        if (typing || viewStore.getState().dialog !== null) return
        if (control && key === 'z' && !event.shiftKey) {
          if (!undoLast()) return
        } else if (control || event.altKey || !single(event)) return
      }
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
}
