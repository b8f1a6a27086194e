import type { ItemExportForm } from '../../shared/issues'
import { SaveMenu } from '../parts/save-menu'
import { SaveOrCancel } from '../parts/save-or-cancel'
import { useSaving } from '../state/saving'
import { showToast } from '../state/view'
import { savedSentence } from '../words/saved-sentence'
import type { Found } from './use-found'

const forms: readonly { readonly form: ItemExportForm; readonly label: string }[] = [
  { form: 'csv', label: 'As CSV…' },
  { form: 'jsonl', label: 'As JSON lines…' },
]

/** Saves every place, also those that are not shown, and the keys that are named nowhere. */
export function SavePlaces({ found }: { readonly found: Extract<Found, { kind: 'found' }> }) {
  const { saving, save, cancel } = useSaving('places')
  const { total, missing, atLeast } = found.answer
  const nothing = total === 0 && missing.length === 0 && !atLeast
  const saveAs = (form: ItemExportForm) =>
    save(
      form,
      id => window.jobtray.exportItems(found.of, form, id),
      answer => showToast(savedSentence(answer), answer.isCut ? 'bad' : 'calm'),
    )
  return (
    <SaveOrCancel saving={saving} onCancel={cancel} line="order-last flex basis-full items-center gap-3">
      <SaveMenu
        forms={forms}
        disabled={saving !== null || nothing}
        onSave={form => void saveAs(form)}
        className="ml-auto min-h-8"
      >
        Save the answer
      </SaveMenu>
    </SaveOrCancel>
  )
}
