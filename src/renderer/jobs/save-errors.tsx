import { useState } from 'react'
import type { ExportForm } from '../../shared/issues'
import type { JobRef } from '../../shared/job'
import { SaveMenu } from '../parts/save-menu'
import { sentenceOf } from '../state/attempt'
import { showToast } from '../state/view'
import { exportedSentence, exportForms } from '../words/saved-sentence'

/** All errors of the picked jobs in one file. */
export function SaveErrors({ refs }: { readonly refs: () => readonly JobRef[] }) {
  const [busy, setBusy] = useState(false)
  const save = async (form: ExportForm) => {
    setBusy(true)
    try {
      const answer = await window.jobtray.exportErrorsOf([...refs()], form)
      if (answer !== null) showToast(exportedSentence(form, answer))
    } catch (error) {
      showToast(sentenceOf(error), 'bad')
    } finally {
      setBusy(false)
    }
  }
  return (
    <SaveMenu forms={exportForms} disabled={busy} onSave={form => void save(form)}>
      <span>
        <span className="@max-3xl/page:sr-only">Save </span>
        <span className="@max-3xl/page:capitalize">errors</span>
      </span>
    </SaveMenu>
  )
}
