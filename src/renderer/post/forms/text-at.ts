import type { CreateForm } from './create-form'
import type { IssueForm } from './issue-form'
import type { ProgressForm } from './progress-form'

const issueNames: Readonly<Record<string, keyof IssueForm>> = {
  entity_type: 'entityType',
  entity_key: 'entityKey',
  error_type: 'errorType',
  message: 'message',
  step: 'step',
  details: 'details',
}

const progressNames: Readonly<Record<string, keyof Omit<ProgressForm, 'error' | 'warning'>>> = {
  mark_failed: 'failMessage',
  mark_started: 'transition',
  mark_completed: 'transition',
  stage: 'stage',
  message: 'message',
  processed_items: 'processed',
  total_items: 'total',
  metadata_patch: 'patch',
}

const createNames: Readonly<Record<string, keyof CreateForm>> = {
  job_type: 'jobType',
  total_items: 'total',
  metadata: 'metadata',
  triggered_by: 'triggeredBy',
}

/** The text that stands at the vendor's path, so that a complaint can be taken away once it was changed; null: no field. */
export function progressTextAt(form: ProgressForm, at: string): string | null {
  const [first = '', second = ''] = at.split('.')
  if (first === 'error' || first === 'warning') {
    const name = issueNames[second]
    return name === undefined ? null : form[first][name]
  }
  const name = progressNames[first]
  return name === undefined ? null : form[name]
}

export function createTextAt(form: CreateForm, at: string): string | null {
  const name = createNames[at.split('.')[0] ?? '']
  return name === undefined ? null : form[name]
}
