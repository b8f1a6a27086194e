import { undoLast } from '../state/forget'

/** Keys that hold everywhere in the window. */
export function listenForShortcuts(): void {
  document.addEventListener('keydown', event => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null
    const undo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
    if (undo && !typing && undoLast()) event.preventDefault()
  })
}
