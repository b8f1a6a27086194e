import type { JobRef } from '../../shared/job'
import { SaveMenu } from '../parts/save-menu'
import { SaveOrCancel } from '../parts/save-or-cancel'
import { useSaving } from '../state/saving'
import { exportForms } from '../words/saved-sentence'

/** All errors of the picked jobs in one file. */
export function SaveErrors({ refs }: { readonly refs: () => readonly JobRef[] }) {
  const { saving, save, cancel } = useSaving('picked jobs')
  return (
    <SaveOrCancel saving={saving} onCancel={cancel} line="order-first col-span-full flex basis-full items-center gap-3">
      <SaveMenu
        forms={exportForms}
        disabled={saving !== null}
        onSave={form => void save(form, id => window.jobtray.exportErrorsOf([...refs()], form, id))}
      >
        Save errors
      </SaveMenu>
    </SaveOrCancel>
  )
}
