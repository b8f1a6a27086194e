import { Menu } from '@base-ui/react/menu'
import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ExportForm, ExportProgress, IssueFilter, IssueListName } from '../../shared/issues'
import type { JobRef } from '../../shared/job'
import { count, counted } from '../../shared/numbers'
import { sentenceOf } from '../state/attempt'
import { showToast } from '../state/view'

type Props = {
  readonly jobRef: JobRef
  readonly list: IssueListName
  readonly filter: IssueFilter
  /** How many entries would be saved. */
  readonly many: number
}

const forms: readonly { readonly form: ExportForm; readonly label: string }[] = [
  { form: 'csv', label: 'As CSV…' },
  { form: 'jsonl', label: 'As JSON lines…' },
  { form: 'keys', label: 'The keys alone…' },
]

/** Saves what the list shows: all of it, a group, or what the search found. */
export function SaveActs({ jobRef, list, filter, many }: Props) {
  const [progress, setProgress] = useState<ExportProgress | 'asking' | null>(null)
  useEffect(() => window.jobtray.onExportMoved(moved => setProgress(before => (before === null ? null : moved))), [])
  const save = async (form: ExportForm) => {
    setProgress('asking')
    try {
      const answer = await window.jobtray.exportIssues(jobRef, list, filter, form)
      if (answer !== null)
        showToast(
          `${counted(answer.written, form === 'keys' ? 'key' : 'entry', form === 'keys' ? 'keys' : 'entries')} saved in ${answer.file}.`,
        )
    } catch (error) {
      showToast(sentenceOf(error), 'bad')
    } finally {
      setProgress(null)
    }
  }
  const busy = progress !== null
  return (
    <>
      {busy && progress !== 'asking' && (
        <span role="status" className="text-sm text-soft">
          {count(progress.done)} of {count(progress.total)} written…
        </span>
      )}
      <Menu.Root>
        <Menu.Trigger
          disabled={busy || many === 0}
          className="inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-md bg-raised px-2.5 whitespace-nowrap text-ink inset-ring inset-ring-edge hover:bg-hover disabled:pointer-events-none disabled:opacity-55 forced-colors:border"
        >
          <Download size="0.875rem" aria-hidden />
          <span className="@max-lg/page:sr-only">Save {count(many)}</span>
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className="z-50">
            <Menu.Popup className="min-w-44 rounded-lg bg-raised p-1 shadow-pop outline-none forced-colors:border">
              {forms.map(({ form, label }) => (
                <Menu.Item
                  key={form}
                  onClick={() => void save(form)}
                  className="flex min-h-7 items-center rounded-md px-2 data-highlighted:bg-hover"
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </>
  )
}
