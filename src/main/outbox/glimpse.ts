import type { Glimpse } from '../../shared/comparison'
import type { Job, JobIssue } from '../../shared/job'
import type { PostContent } from '../../shared/outbox'
import type { IssueInput, OpenRecord } from '../../shared/progress'
import type { DetailParts } from '../apis/jobs-api'
import { manyLines, oneLine } from '../apis/plain-text'

/** A job with its lists, as one whole answer (detail or reply) brought it. */
export type Seen = { readonly job: Job; readonly detail: DetailParts; readonly at: Date }

/** Equal as far as it can be seen: what the server sent has gone through the same cleaning as is done here. */
export function isEqualIssue(listed: JobIssue, sent: IssueInput): boolean {
  const type = sent.entityType?.trim() ? sent.entityType : 'job'
  return (
    listed.entityKey === oneLine(sent.entityKey, 200) &&
    listed.entityType === oneLine(type, 80) &&
    listed.errorType === oneLine(sent.errorType, 120) &&
    listed.message === manyLines(sent.message, 4_000) &&
    (listed.step ?? '') === oneLine(sent.step ?? '', 120)
  )
}

const equalOf = (listed: readonly JobIssue[] | undefined, sent: IssueInput | undefined): number | null =>
  listed === undefined || sent === undefined ? null : listed.filter(issue => isEqualIssue(issue, sent)).length

function patchedOf(metadata: OpenRecord | null | undefined, patch: OpenRecord | undefined): OpenRecord | null {
  if (metadata === undefined || patch === undefined) return null
  const present = metadata ?? {}
  return Object.fromEntries(
    Object.keys(patch)
      .filter(key => Object.hasOwn(present, key))
      .map(key => [key, present[key]]),
  )
}

/** What of a job tells whether this post arrived. */
export function glimpseOf({ job, detail, at }: Seen, content: PostContent): Glimpse {
  const input = content.kind === 'progress' ? content.input : {}
  return {
    status: job.status,
    phase: job.phase,
    outcome: job.outcome,
    stage: job.stage,
    lastMessage: job.lastMessage,
    total: job.total,
    processed: job.processed,
    failed: job.failed,
    warned: job.warned,
    percent: job.percent.value,
    errorMessage: job.errorMessage,
    errorsListed: job.errorsListed,
    warningsListed: job.warningsListed,
    startedAt: job.startedAt,
    completedAt: job.completedAt,
    lastError: detail.errors?.at(-1) ?? null,
    lastWarning: detail.warnings?.at(-1) ?? null,
    equalErrors: equalOf(detail.errors, input.error),
    equalWarnings: equalOf(detail.warnings, input.warning),
    patched: patchedOf(detail.metadata, input.metadataPatch),
    at: at.toISOString(),
  }
}
