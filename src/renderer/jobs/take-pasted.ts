import { counted } from '../../shared/numbers'
import { mirrorStore } from '../state/mirror-store'
import { openDialog, showToast, viewStore } from '../state/view'
import { watchedAmong } from './pasted'

/** Ids pasted anywhere on the page: those that are watched are found, others open the dialog that watches them. */
export function takeWhatIsPasted(connectionId: string | null): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const { target } = event
    if (target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]')) return
    const pasted = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (pasted === '' || viewStore.getState().dialog !== null) return
    const found = watchedAmong(pasted, mirrorStore.getState().mirror?.jobs ?? new Map())
    if (found.length === 0) openDialog({ kind: 'watch', connectionId, pasted })
    else show(found)
  }
  document.addEventListener('paste', onPaste)
  return () => document.removeEventListener('paste', onPaste)
}

/** Goes to the row; several are picked as well, for whatever is to be done with them. */
function show(keys: readonly string[]): void {
  const picked = new Set(keys.length > 1 ? keys : [])
  const [first = null] = keys
  viewStore.setState({ filter: '', scope: null, selected: first, pickedFrom: first, picked, focusRow: true })
  showToast(
    keys.length === 1 ? 'This job is watched already.' : `All ${counted(keys.length, 'job')} are watched already.`,
  )
}
