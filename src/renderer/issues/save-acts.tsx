import type { IssueFilter, IssueListName } from '../../shared/issues'
import { type JobRef, refKey } from '../../shared/job'
import { count } from '../../shared/numbers'
import { SaveMenu } from '../parts/save-menu'
import { SaveOrCancel } from '../parts/save-or-cancel'
import { useSaving } from '../state/saving'
import { exportForms } from '../words/saved-sentence'

type Props = {
  readonly jobRef: JobRef
  readonly list: IssueListName
  readonly filter: IssueFilter
  /** How many entries would be saved. */
  readonly many: number
}

/** Saves what the list shows: all of it, a group, or what the search found. */
export function SaveActs({ jobRef, list, filter, many }: Props) {
  const { saving, save, cancel } = useSaving(`${list} ${refKey(jobRef)}`)
  return (
    <SaveOrCancel saving={saving} onCancel={cancel}>
      <SaveMenu
        forms={exportForms}
        disabled={saving !== null || many === 0}
        onSave={form => void save(form, id => window.jobtray.exportIssues(jobRef, list, filter, form, id))}
      >
        <span className="@max-lg/page:sr-only">Save {count(many)}</span>
      </SaveMenu>
    </SaveOrCancel>
  )
}
