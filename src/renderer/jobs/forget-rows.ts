import { type JobRef, refKey } from '../../shared/job'
import { counted } from '../../shared/numbers'
import { askFirst, viewStore } from '../state/view'
import { listActs } from './list-acts'
import { clearPicked } from './picked'

/** The row that takes the keyboard when those go: the next one that stays, else the one before; null: none stays. */
export function heirOf(keys: readonly string[], at: string, gone: ReadonlySet<string>): string | null {
  const index = Math.max(0, keys.indexOf(at))
  return keys.slice(index).find(key => !gone.has(key)) ?? keys.slice(0, index).findLast(key => !gone.has(key)) ?? null
}

/** More than a hand's worth is asked about first: an Undo that one overlooks is no way back. */
const mostUnasked = 20

/** Stops watching, and hands the keyboard on before the rows are gone. `keys`: in the order shown. */
export async function forgetRows(refs: readonly JobRef[], keys: readonly string[], at: string): Promise<void> {
  if (refs.length > mostUnasked && !(await isMeant(refs.length))) return
  const heir = heirOf(keys, at, new Set(refs.map(refKey)))
  listActs.forget(refs)
  clearPicked()
  if (heir !== null) viewStore.setState({ selected: heir, focusRow: true })
}

const isMeant = (many: number): Promise<boolean> =>
  askFirst({
    title: `Stop watching ${counted(many, 'job')}?`,
    text: 'Their endings will not be told. The jobs themselves go on, and their ids can be added again.',
    act: 'Stop watching',
    danger: true,
  })
