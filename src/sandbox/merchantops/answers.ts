import { progressPercentage, successRate } from '../assumptions'
import { merchantStamp } from '../stamps'
import type { JobEntry, Json, MerchantJob, ReferenceKey, ReferenceKeys } from './job'
import { jobDetailResponse } from './schemas'

const knownFields: ReadonlySet<string> = new Set(Object.keys(jobDetailResponse.shape))

/** `skew`, in ms, is how far the server's clock is off. */
export function statusAnswer(job: MerchantJob): Json {
  return worn(job, {
    job_id: job.job_id,
    status: job.status,
    progress_percentage: progressPercentage(job, job.completed_at !== null),
    processed_items: job.processed_items,
    total_items: job.total_items,
    failed_items: job.failed_items,
  })
}

const jobFields = (job: MerchantJob, skew: number): Json => {
  const stamp = (ms: number) => merchantStamp(ms + skew, job.stamps)
  const stampOrNull = (ms: number | null) => (ms === null ? null : stamp(ms))
  const entry = ({ timestamp, ...rest }: JobEntry) => ({ ...rest, timestamp: stamp(timestamp) })
  return {
    job_id: job.job_id,
    job_type: job.job_type,
    status: job.status,
    total_items: job.total_items,
    processed_items: job.processed_items,
    failed_items: job.failed_items,
    warned_items: job.warned_items,
    progress_percentage: progressPercentage(job, job.completed_at !== null),
    success_rate: successRate(job),
    created_at: stamp(job.created_at),
    started_at: stampOrNull(job.started_at),
    completed_at: stampOrNull(job.completed_at),
    duration_seconds: durationSeconds(job),
    error_message: job.error_message,
    errors: job.errors.map(entry),
    warnings: job.warnings.map(entry),
    metadata: job.metadata,
    triggered_by: job.triggered_by,
  }
}

/** What create and progress answer. */
export const jobAnswer = (job: MerchantJob, skew: number): Json => worn(job, jobFields(job, skew))

/** The detail: a job, its reference keys and its error details. */
export const detailAnswer = (job: MerchantJob, skew: number): Json =>
  worn(job, {
    ...jobFields(job, skew),
    error_details: job.error_details,
    reference_keys: listedKeys(job.reference_keys),
  })

const durationSeconds = (job: MerchantJob): number | null =>
  job.completed_at === null
    ? null
    : Math.max(0, Math.round(job.completed_at - (job.started_at ?? job.created_at)) / 1000)

function listedKeys(keys: ReferenceKeys): readonly ReferenceKey[] {
  if (!('count' in keys)) return keys
  const { entity_type, prefix, count } = keys
  return Array.from({ length: count }, (_, index) => ({ entity_type, key: `${prefix}${100_000 + index}` }))
}

/** Overrides replace a field where it stands. One that no answer knows is added to all but the status. */
function worn(job: MerchantJob, answer: Json): Json {
  const dressed = Object.entries(answer).map(([name, value]) => [
    name,
    Object.hasOwn(job.overrides, name) ? job.overrides[name] : value,
  ])
  const strange = 'job_type' in answer ? Object.entries(job.overrides).filter(([name]) => !knownFields.has(name)) : []
  return Object.fromEntries([...dressed, ...strange].filter(([name]) => !job.omitted.includes(String(name))))
}
