import { bad, good, type Result } from '../../../shared/fault'
import { refusedHere } from '../http/error-fault'
import type { CreateInput, IssueInput, ProgressInput } from '../jobs-api'
import { type OpenRecord, present } from '../reading'

/** Blank is left out, never sent as '' or null (api-notes E25, E29, E30). */
const said = (text: string | undefined): string | undefined => (text?.trim() ? text : undefined)

const filled = (record: OpenRecord | undefined): OpenRecord | undefined =>
  record !== undefined && Object.keys(record).length > 0 ? record : undefined

const isCount = (value: number | undefined): boolean =>
  value === undefined || (Number.isSafeInteger(value) && value >= 0)

const notACount = (field: string) => bad(refusedHere(field, 'Enter a whole number, 0 or more.'))

export function createBody(input: CreateInput): Result<string> {
  if (!said(input.jobType)) return bad(refusedHere('job_type', 'Enter a job type, such as enrichment or crawl.'))
  if (!isCount(input.totalItems)) return notACount('total_items')
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
  if (input.transition?.kind === 'fail' && !said(input.transition.message)) {
    return bad(refusedHere('mark_failed', 'Say in a sentence why the job failed.'))
  }
  if (!isCount(input.totalItems)) return notACount('total_items')
  if (!isCount(input.processedItems)) return notACount('processed_items')
  const body = present({
    ...marks(input.transition),
    total_items: input.totalItems,
    processed_items: input.processedItems,
    stage: said(input.stage),
    message: said(input.message),
    metadata_patch: filled(input.metadataPatch),
    error: issueBody(input.error),
    warning: issueBody(input.warning),
  })
  if (Object.keys(body).length === 0) return bad(refusedHere('', 'There is nothing to report yet. Fill in a field.'))
  return good(JSON.stringify(body))
}
