import { boundedRecord } from '../bounded'
import type { JobFacts, Observation } from '../jobs-api'
import { manyLines, oneLine } from '../plain-text'
import { ifThere, orNull, present } from '../reading'
import { readStatus } from '../status-words'
import { withZone } from '../timestamps'
import { issuesInOrder, referenceKeys } from './issues'
import { readMetadata } from './metadata'
import type { WireJob, WireStatus } from './wire'

const recordBounds = { depth: 8, entries: 200, text: 4_000, total: 64_000 }

function statusFacts(wire: WireStatus, completedAt: string | null | undefined): JobFacts {
  return {
    status: oneLine(wire.status, 80),
    ...readStatus(wire.status, completedAt),
    total: wire.total_items,
    processed: wire.processed_items,
    failed: wire.failed_items,
    percentSent: wire.progress_percentage,
  }
}

export const observeStatus = (wire: WireStatus, bytes: number): Observation => ({
  source: 'status',
  facts: statusFacts(wire, undefined),
  bytes,
})

const time = (text: string | null | undefined) => ifThere(text, stamp => orNull(withZone(stamp)))

/** A null list is an empty one; a missing list says nothing. */
const list = (entries: readonly unknown[] | null | undefined) => (entries === null ? [] : entries)

function jobFacts(wire: WireJob): JobFacts {
  const completedAt = time(wire.completed_at)
  return {
    ...statusFacts(wire, completedAt),
    ...present({
      jobType: orNull(oneLine(wire.job_type, 120)),
      successRate: wire.success_rate,
      warned: wire.warned_items ?? undefined,
      createdAt: time(wire.created_at),
      startedAt: time(wire.started_at),
      completedAt,
      durationSeconds: wire.duration_seconds,
      errorMessage: ifThere(wire.error_message, message => orNull(manyLines(message, 4_000).trim())),
      errorsListed: list(wire.errors)?.length,
      warningsListed: list(wire.warnings)?.length,
      triggeredBy: ifThere(wire.triggered_by, name => orNull(oneLine(name, 200))),
      ...(wire.metadata === undefined ? {} : readMetadata(wire.metadata ?? {}, wire.job_id)),
    }),
  }
}

const jobDetail = (wire: WireJob) =>
  present({
    errors: ifThere(list(wire.errors), issuesInOrder) ?? undefined,
    warnings: ifThere(list(wire.warnings), issuesInOrder) ?? undefined,
    metadata: ifThere(wire.metadata, record => boundedRecord(record, recordBounds)),
    errorDetails: ifThere(wire.error_details, record => boundedRecord(record, recordBounds)),
    referenceKeys: ifThere(list(wire.reference_keys), referenceKeys) ?? undefined,
  })

/** `reply`: to a post. It carries no error_details and no reference_keys, which therefore clear nothing. */
export const observeJob = (wire: WireJob, source: 'detail' | 'reply', bytes: number): Observation => ({
  source,
  facts: jobFacts(wire),
  detail: jobDetail(wire),
  bytes,
})
