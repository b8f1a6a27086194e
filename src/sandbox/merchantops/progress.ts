import { countsAnItem, derivedEnding, MAX_LISTED } from '../assumptions'
import type { JobEntry, MerchantJob } from './job'
import type { EntryRequest, ProgressRequest } from './requests'

/** Where the pages are silent, the order of the steps below is ours: see assumptions.ts. */
export function progressed(before: MerchantJob, report: ProgressRequest, at: number): MerchantJob {
  let job = report.mark_started ? started(before, at) : before
  job = {
    ...job,
    total_items: report.total_items ?? job.total_items,
    processed_items: report.processed_items ?? job.processed_items,
    metadata: {
      ...job.metadata,
      ...report.metadata_patch,
      ...given('stage', report.stage),
      ...given('last_message', report.message),
    },
  }
  if (report.error) {
    const failed_items = job.failed_items + newItem(job.errors, report.error)
    job = { ...job, failed_items, errors: appended(job.errors, report.error, at) }
  }
  if (report.warning) {
    const warned_items = job.warned_items + newItem(job.warnings, report.warning)
    job = { ...job, warned_items, warnings: appended(job.warnings, report.warning, at) }
  }
  if (report.mark_failed) return { ...job, status: 'failed', error_message: report.mark_failed, completed_at: at }
  return report.mark_completed ? { ...job, status: derivedEnding(job), completed_at: at } : job
}

function started(job: MerchantJob, at: number): MerchantJob {
  if (job.status === 'in_progress') return job
  return { ...job, status: 'in_progress', started_at: at, completed_at: null, error_message: null }
}

const given = (name: string, value: string | null | undefined) =>
  value === null || value === undefined ? {} : { [name]: value }

const typeOf = (entry: EntryRequest) => entry.entity_type ?? 'job'

function newItem(listed: readonly JobEntry[], entry: EntryRequest): 0 | 1 {
  if (!countsAnItem(typeOf(entry))) return 0
  const known = listed.some(other => other.entity_type === typeOf(entry) && other.entity_key === entry.entity_key)
  return known ? 0 : 1
}

function appended(listed: readonly JobEntry[], entry: EntryRequest, at: number): readonly JobEntry[] {
  const added: JobEntry = {
    entity_key: entry.entity_key,
    entity_type: typeOf(entry),
    error_type: entry.error_type,
    message: entry.message,
    timestamp: at,
    details: entry.details ?? null,
    step: entry.step ?? null,
  }
  return [...listed, added].slice(-MAX_LISTED)
}
