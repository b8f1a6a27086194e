import { type JobRef, refKey } from '../../shared/job'
import { viewStore } from '../state/view'
import { listActs } from './list-acts'
import { clearPicked } from './picked'

/** The row that takes the keyboard when those go: the next one that stays, else the one before; null: none stays. */
export function heirOf(keys: readonly string[], at: string, gone: ReadonlySet<string>): string | null {
  const index = Math.max(0, keys.indexOf(at))
  return keys.slice(index).find(key => !gone.has(key)) ?? keys.slice(0, index).findLast(key => !gone.has(key)) ?? null
}

/** Stops watching, and hands the keyboard on before the rows are gone. `keys`: in the order shown. */
export function forgetRows(refs: readonly JobRef[], keys: readonly string[], at: string): void {
  const heir = heirOf(keys, at, new Set(refs.map(refKey)))
  listActs.forget(refs)
  clearPicked()
  if (heir !== null) viewStore.setState({ selected: heir, focusRow: true })
}
