import type { IssueInput } from '../../../shared/progress'
import { ifValue, type ReadForm, unreadables } from './gather'
import { readObject, readText } from './read-field'

/** One error or warning as typed. */
export type IssueForm = Readonly<
  Record<'entityType' | 'entityKey' | 'errorType' | 'message' | 'step' | 'details', string>
>

export const emptyIssue: IssueForm = {
  entityType: '',
  entityKey: '',
  errorType: '',
  message: '',
  step: '',
  details: '',
}

export const isBlankIssue = (form: IssueForm): boolean => Object.values(form).every(text => text.trim() === '')

/** Null when nothing was typed. What is required and blank stays a blank text: main says what is missing, at its field. */
export function readIssue(form: IssueForm, at: 'error' | 'warning'): ReadForm<IssueInput | null> {
  if (isBlankIssue(form)) return { input: null, complaints: [] }
  const details = readObject(form.details)
  return {
    input: {
      entityKey: form.entityKey.trim(),
      errorType: form.errorType.trim(),
      message: form.message.trim(),
      ...ifValue('entityType', readText(form.entityType)),
      ...ifValue('step', readText(form.step)),
      ...ifValue('details', details),
    },
    complaints: unreadables({ [`${at}.details`]: details }),
  }
}
