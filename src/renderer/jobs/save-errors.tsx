import type { JobRef } from '../../shared/job'
import { SaveMenu } from '../parts/save-menu'
import { SaveOrCancel } from '../parts/save-or-cancel'
import { useSaving } from '../state/saving'
import { exportForms } from '../words/saved-sentence'

/** All errors of the picked jobs in one file. */
export function SaveErrors({ refs }: { readonly refs: () => readonly JobRef[] }) {
  const { saving, save, cancel } = useSaving('picked jobs')
  return (
    <SaveOrCancel saving={saving} onCancel={cancel} className="order-first basis-full">
      <SaveMenu
        forms={exportForms}
        disabled={saving !== null}
        onSave={form => void save(form, id => window.jobtray.exportErrorsOf([...refs()], form, id))}
      >
        <span>
          <span className="@max-3xl/page:sr-only">Save </span>
          <span className="@max-3xl/page:capitalize">errors</span>
        </span>
      </SaveMenu>
    </SaveOrCancel>
  )
}
