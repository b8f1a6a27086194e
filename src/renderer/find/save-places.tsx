import { useState } from 'react'
import type { ItemExportForm } from '../../shared/issues'
import { SaveMenu } from '../parts/save-menu'
import { sentenceOf } from '../state/attempt'
import { showToast } from '../state/view'
import { savedSentence } from '../words/saved-sentence'
import type { Found } from './use-found'

const forms: readonly { readonly form: ItemExportForm; readonly label: string }[] = [
  { form: 'csv', label: 'As CSV…' },
  { form: 'jsonl', label: 'As JSON lines…' },
]

/** Saves every place, also those that are not shown, and the keys that are named nowhere. */
export function SavePlaces({ found }: { readonly found: Extract<Found, { kind: 'found' }> }) {
  const [busy, setBusy] = useState(false)
  const save = async (form: ItemExportForm) => {
    setBusy(true)
    try {
      const answer = await window.jobtray.exportItems(found.of, form)
      if (answer !== null) showToast(savedSentence(answer), answer.isCut ? 'bad' : 'calm')
    } catch (error) {
      showToast(sentenceOf(error), 'bad')
    } finally {
      setBusy(false)
    }
  }
  const { total, missing, atLeast } = found.answer
  const nothing = total === 0 && missing.length === 0 && !atLeast
  return (
    <SaveMenu forms={forms} disabled={busy || nothing} onSave={form => void save(form)} className="ml-auto">
      {busy ? 'Saving…' : 'Save the answer'}
    </SaveMenu>
  )
}
