import { bad, type Complaint, good, type Result } from '../../../shared/fault'
import type { CreateInput, IssueInput, ProgressInput } from '../../../shared/progress'
import { type OpenRecord, present } from '../reading'

/** Blank is left out, never sent as '' or null (api-notes E25, E29, E30). */
const said = (text: string | undefined): string | undefined => (text?.trim() ? text : undefined)

const filled = (record: OpenRecord | undefined): OpenRecord | undefined =>
  record !== undefined && Object.keys(record).length > 0 ? record : undefined

/** Each check answers with what is wrong, at the vendor's name of the field: as the server's own 422 would. */
const needed = (at: string, text: string, message: string): readonly Complaint[] =>
  said(text) ? [] : [{ at, message }]

const aCount = (at: string, value: number | undefined): readonly Complaint[] =>
  value === undefined || (Number.isSafeInteger(value) && value >= 0)
    ? []
    : [{ at, message: 'Enter a whole number, 0 or more.' }]

/** Status 0: refused on this side, nothing was sent. */
const refusedHere = (complaints: readonly Complaint[]) => bad({ kind: 'rejected', status: 0, complaints, said: null })

export function createBody(input: CreateInput): Result<string> {
  const complaints = [
    ...needed('job_type', input.jobType, 'Enter a job type, such as enrichment or crawl.'),
    ...aCount('total_items', input.totalItems ?? Number.NaN),
  ]
  if (complaints.length > 0) return refusedHere(complaints)
  return good(
    JSON.stringify(
      present({
        job_type: input.jobType,
        total_items: input.totalItems,
        metadata: filled(input.metadata),
        triggered_by: said(input.triggeredBy),
      }),
    ),
  )
}

const issueComplaints = (at: string, issue: IssueInput | undefined): readonly Complaint[] =>
  issue === undefined
    ? []
    : [
        ...needed(`${at}.entity_key`, issue.entityKey, 'Enter the key of what it is about.'),
        ...needed(`${at}.error_type`, issue.errorType, 'Enter a type, such as missing_image.'),
        ...needed(`${at}.message`, issue.message, 'Say what is wrong.'),
      ]

const issueBody = (issue: IssueInput | undefined) =>
  issue &&
  present({
    entity_key: issue.entityKey,
    error_type: issue.errorType,
    message: issue.message,
    entity_type: said(issue.entityType),
    step: said(issue.step),
    details: filled(issue.details),
  })

/** One choice, so that contradicting marks cannot be sent together (api-notes E26). */
function marks(transition: ProgressInput['transition']) {
  switch (transition?.kind) {
    case 'start':
      return { mark_started: true }
    case 'complete':
      return { mark_completed: true }
    case 'fail':
      return { mark_failed: transition.message }
    case undefined:
      return {}
  }
}

/** Exactly what was given, under the vendor's names. An empty report is refused here: it would be a request for nothing. */
export function progressBody(input: ProgressInput): Result<string> {
  const { transition } = input
  const complaints = [
    ...(transition?.kind === 'fail'
      ? needed('mark_failed', transition.message, 'Say in a sentence why the job failed.')
      : []),
    ...aCount('total_items', input.totalItems),
    ...aCount('processed_items', input.processedItems),
    ...issueComplaints('error', input.error),
    ...issueComplaints('warning', input.warning),
  ]
  if (complaints.length > 0) return refusedHere(complaints)
  const body = present({
    ...marks(transition),
    total_items: input.totalItems,
    processed_items: input.processedItems,
    stage: said(input.stage),
    message: said(input.message),
    metadata_patch: filled(input.metadataPatch),
    error: issueBody(input.error),
    warning: issueBody(input.warning),
  })
  if (Object.keys(body).length === 0) {
    return refusedHere([{ at: '', message: 'There is nothing to report yet. Fill in a field.' }])
  }
  return good(JSON.stringify(body))
}
