import { useEffect, useState } from 'react'
import type { ExportForm, ExportProgress, IssueFilter, IssueListName } from '../../shared/issues'
import type { JobRef } from '../../shared/job'
import { count, counted } from '../../shared/numbers'
import { SaveMenu } from '../parts/save-menu'
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
      <SaveMenu forms={forms} disabled={busy || many === 0} onSave={form => void save(form)}>
        <span className="@max-lg/page:sr-only">Save {count(many)}</span>
      </SaveMenu>
    </>
  )
}
