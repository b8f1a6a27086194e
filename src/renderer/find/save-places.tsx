import { Menu } from '@base-ui/react/menu'
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { ItemExportForm } from '../../shared/issues'
import { counted } from '../../shared/numbers'
import { sentenceOf } from '../state/attempt'
import { showToast } from '../state/view'
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
      if (answer !== null) showToast(`${counted(answer.written, 'line')} saved in ${answer.file}.`)
    } catch (error) {
      showToast(sentenceOf(error), 'bad')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Menu.Root>
      <Menu.Trigger
        disabled={busy || (found.answer.total === 0 && found.answer.missing.length === 0)}
        className="ml-auto inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-md bg-raised px-2.5 whitespace-nowrap text-ink inset-ring inset-ring-edge hover:bg-hover disabled:pointer-events-none disabled:opacity-55 forced-colors:border"
      >
        <Download size="0.875rem" aria-hidden />
        {busy ? 'Saving…' : 'Save the answer'}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner role="region" aria-label="Save" sideOffset={4} align="end" className="z-50 outline-none">
          <Menu.Popup className="min-w-44 rounded-lg bg-raised p-1 shadow-pop outline-none forced-colors:border">
            {forms.map(({ form, label }) => (
              <Menu.Item
                key={form}
                onClick={() => void save(form)}
                className="flex min-h-7 items-center rounded-md px-2 outline-none data-highlighted:bg-hover forced-colors:data-highlighted:outline"
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
