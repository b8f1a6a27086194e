import { useEffect, useState } from 'react'
import type { ExportForm, ExportProgress, IssueFilter, IssueListName } from '../../shared/issues'
import type { JobRef } from '../../shared/job'
import { count } from '../../shared/numbers'
import { SaveMenu } from '../parts/save-menu'
import { sentenceOf } from '../state/attempt'
import { showToast } from '../state/view'
import { exportedSentence, exportForms } from '../words/saved-sentence'

type Props = {
  readonly jobRef: JobRef
  readonly list: IssueListName
  readonly filter: IssueFilter
  /** How many entries would be saved. */
  readonly many: number
}

/** Saves what the list shows: all of it, a group, or what the search found. */
export function SaveActs({ jobRef, list, filter, many }: Props) {
  const [progress, setProgress] = useState<ExportProgress | 'asking' | null>(null)
  useEffect(() => window.jobtray.onExportMoved(moved => setProgress(before => (before === null ? null : moved))), [])
  const save = async (form: ExportForm) => {
    setProgress('asking')
    try {
      const answer = await window.jobtray.exportIssues(jobRef, list, filter, form)
      if (answer !== null) showToast(exportedSentence(form, answer))
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
      <SaveMenu forms={exportForms} disabled={busy || many === 0} onSave={form => void save(form)}>
        <span className="@max-lg/page:sr-only">Save {count(many)}</span>
      </SaveMenu>
    </>
  )
}
