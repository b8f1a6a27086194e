import { z } from 'zod'
import { assertNever } from '../../../shared/fault'
import type { ProgressInput, Transition } from '../../../shared/progress'
import { ifValue, type ReadForm, unreadables } from './gather'
import { emptyIssue, type IssueForm, readIssue } from './issue-form'
import { readCount, readObject, readText } from './read-field'

export const transitionChoices = ['none', 'start', 'complete', 'fail'] as const
export type TransitionChoice = (typeof transitionChoices)[number]

/** A report as typed. Every field begins blank, and what is blank was not touched or was emptied again: neither is sent. */
export type ProgressForm = {
  readonly transition: TransitionChoice
  readonly failMessage: string
  readonly stage: string
  readonly message: string
  readonly processed: string
  readonly total: string
  readonly patch: string
  readonly error: IssueForm
  readonly warning: IssueForm
}

export const emptyProgress: ProgressForm = {
  transition: 'none',
  failMessage: '',
  stage: '',
  message: '',
  processed: '',
  total: '',
  patch: '',
  error: emptyIssue,
  warning: emptyIssue,
}

export const isBlankProgress = (form: ProgressForm): boolean => JSON.stringify(form) === JSON.stringify(emptyProgress)

/** The paths under which the form shows complaints. */
export const progressFields = [
  'mark_failed',
  'stage',
  'message',
  'processed_items',
  'total_items',
  'metadata_patch',
  ...(['error', 'warning'] as const).flatMap(
    at =>
      [
        `${at}.entity_type`,
        `${at}.entity_key`,
        `${at}.error_type`,
        `${at}.message`,
        `${at}.step`,
        `${at}.details`,
      ] as const,
  ),
] as const
export type ProgressField = (typeof progressFields)[number]

function transitionOf({ transition, failMessage }: ProgressForm): Transition | null {
  switch (transition) {
    case 'none':
      return null
    case 'start':
    case 'complete':
      return { kind: transition }
    case 'fail':
      return { kind: 'fail', message: failMessage.trim() }
    default:
      return assertNever(transition)
  }
}

/** Only touched fields are in it: empty is absent, 0 is 0, and never null or a default false (api-notes E25, E26). */
export function readProgress(form: ProgressForm): ReadForm<ProgressInput> {
  const transition = transitionOf(form)
  const processed = readCount(form.processed)
  const total = readCount(form.total)
  const patch = readObject(form.patch)
  const error = readIssue(form.error, 'error')
  const warning = readIssue(form.warning, 'warning')
  return {
    input: {
      ...(transition === null ? {} : { transition }),
      ...ifValue('stage', readText(form.stage)),
      ...ifValue('message', readText(form.message)),
      ...ifValue('processedItems', processed),
      ...ifValue('totalItems', total),
      ...ifValue('metadataPatch', patch),
      ...(error.input === null ? {} : { error: error.input }),
      ...(warning.input === null ? {} : { warning: warning.input }),
    },
    complaints: [
      ...unreadables({ processed_items: processed, total_items: total, metadata_patch: patch }),
      ...error.complaints,
      ...warning.complaints,
    ],
  }
}

const issueSchema = z.strictObject({
  entityType: z.string(),
  entityKey: z.string(),
  errorType: z.string(),
  message: z.string(),
  step: z.string(),
  details: z.string(),
}) satisfies z.ZodType<IssueForm>

/** How a form is kept with a draft. */
export const progressFormSchema = z.strictObject({
  transition: z.enum(transitionChoices),
  failMessage: z.string(),
  stage: z.string(),
  message: z.string(),
  processed: z.string(),
  total: z.string(),
  patch: z.string(),
  error: issueSchema,
  warning: issueSchema,
}) satisfies z.ZodType<ProgressForm>
