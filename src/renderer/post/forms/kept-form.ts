import type { z } from 'zod'
import type { IssueInput, ProgressInput } from '../../../shared/progress'
import { emptyIssue, type IssueForm } from './issue-form'
import { emptyProgress, type ProgressForm, progressFormSchema } from './progress-form'

/** A form kept with a draft; null when there is none or it is not one of ours. */
export function keptForm<Form>(schema: z.ZodType<Form>, kept: string | null): Form | null {
  if (kept === null) return null
  try {
    const parsed = schema.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const objectText = (value: object | undefined): string => (value === undefined ? '' : JSON.stringify(value, null, 2))

const issueFormOf = (issue: IssueInput | undefined): IssueForm =>
  issue === undefined
    ? emptyIssue
    : {
        entityType: issue.entityType ?? '',
        entityKey: issue.entityKey,
        errorType: issue.errorType,
        message: issue.message,
        step: issue.step ?? '',
        details: objectText(issue.details),
      }

/** A report that was not typed in this form, such as one from the command line. */
export const progressFormOf = (input: ProgressInput): ProgressForm => ({
  ...emptyProgress,
  transition: input.transition?.kind ?? 'none',
  failMessage: input.transition?.kind === 'fail' ? input.transition.message : '',
  stage: input.stage ?? '',
  message: input.message ?? '',
  processed: input.processedItems === undefined ? '' : String(input.processedItems),
  total: input.totalItems === undefined ? '' : String(input.totalItems),
  patch: objectText(input.metadataPatch),
  error: issueFormOf(input.error),
  warning: issueFormOf(input.warning),
})

/** The form as typed where it was kept, else made from what is to be sent. */
export const progressFormFrom = (kept: string | null, input: ProgressInput): ProgressForm =>
  keptForm(progressFormSchema, kept) ?? progressFormOf(input)
