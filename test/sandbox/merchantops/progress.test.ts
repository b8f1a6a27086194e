import { expect, it } from 'vitest'
import { statusAnswer } from '../../../src/sandbox/merchantops/answers'
import { type MerchantJob, newMerchantJob } from '../../../src/sandbox/merchantops/job'
import { progressed } from '../../../src/sandbox/merchantops/progress'
import type { EntryRequest, ProgressRequest } from '../../../src/sandbox/merchantops/requests'

const aJob = (fields: Partial<MerchantJob> = {}) =>
  newMerchantJob({ job_id: 'enrichment-1', organization_id: 'o', job_type: 'enrichment', created_at: 1_000, ...fields })
const after = (...reports: ProgressRequest[]) =>
  reports.reduce((job, report, index) => progressed(job, report, 2_000 + index * 1_000), aJob({ total_items: 10 }))
const onProduct = (key: string): EntryRequest => ({
  entity_key: key,
  entity_type: 'product',
  error_type: 'x',
  message: 'm',
})
const onJob: EntryRequest = { entity_key: 'feed', error_type: 'slow', message: 'm' }

it('changes nothing when nothing is given', () => {
  expect(after({})).toEqual(aJob({ total_items: 10 }))
})

it('marks a job started once: a second mark keeps the first time', () => {
  expect(after({ mark_started: true })).toMatchObject({ status: 'in_progress', started_at: 2_000 })
  expect(after({ mark_started: true }, { mark_started: true }).started_at).toBe(2_000)
})

it('sets counts directly, zero included, and leaves what is null', () => {
  const job = after({ total_items: 40, processed_items: 7 }, { processed_items: 0, total_items: null })
  expect(job).toMatchObject({ total_items: 40, processed_items: 0 })
})

it('writes stage and message into the metadata, above what the patch says', () => {
  const job = after({ metadata_patch: { stage: 'patched', feed: { a: 1 } }, stage: 'uploading', message: 'half way' })
  expect(job.metadata).toEqual({ stage: 'uploading', last_message: 'half way', feed: { a: 1 } })
})

it('merges the metadata one level deep: a patched key is replaced whole, null is kept', () => {
  const job = after(
    { metadata_patch: { feed: { a: 1 }, other: 1 } },
    { metadata_patch: { feed: { b: 2 }, other: null } },
  )
  expect(job.metadata).toEqual({ feed: { b: 2 }, other: null })
})

it('appends an error with the time of the server, about the job unless said otherwise', () => {
  expect(after({ error: onJob }).errors).toEqual([
    { ...onJob, entity_type: 'job', timestamp: 2_000, details: null, step: null },
  ])
})

it('counts one failed item an entity, however many errors it has', () => {
  const job = after({ error: onProduct('A') }, { error: onProduct('A') }, { error: onProduct('B') })
  expect([job.failed_items, job.errors.length]).toEqual([2, 3])
})

it('counts one warned item an entity, and none for the job itself', () => {
  const job = after({ warning: onProduct('A') }, { warning: onProduct('A') }, { warning: onJob })
  expect([job.warned_items, job.failed_items, job.warnings.length]).toEqual([1, 0, 3])
})

it.each([
  ['completed', [{}]],
  ['completed', [{ error: onJob }]],
  ['completed_with_warnings', [{ warning: onProduct('A') }]],
  ['partial_success', [{ error: onProduct('A') }]],
  ['partial_success', [{ error: onProduct('A'), warning: onProduct('B') }]],
] as const)('derives %s when a job is marked completed', (status, reports) => {
  expect(after(...reports, { mark_completed: true }).status).toBe(status)
})

it('marks a job failed with its message, and lets failing win over completing', () => {
  const job = after({ mark_started: true }, { mark_failed: 'login refused', mark_completed: true })
  expect(job).toMatchObject({ status: 'failed', error_message: 'login refused', completed_at: 3_000, errors: [] })
})

it('takes an empty mark_failed for no mark', () => {
  expect(after({ mark_started: true, mark_failed: '' }).status).toBe('in_progress')
})

it('reopens an ended job: running again, with neither end nor message', () => {
  const job = after({ mark_started: true, error: onProduct('A') }, { mark_failed: 'x' }, { mark_started: true })
  expect(job).toMatchObject({
    status: 'in_progress',
    started_at: 4_000,
    completed_at: null,
    error_message: null,
    failed_items: 1,
  })
})

it('starts and ends a job in one call', () => {
  expect(after({ mark_started: true, mark_completed: true })).toMatchObject({
    status: 'completed',
    started_at: 2_000,
    completed_at: 2_000,
  })
})

it.each([
  [0, 0, 0, false, 0],
  [0, 0, 0, true, 100],
  [10, 4, 1, false, 50],
  [3, 1, 0, false, 33.33],
  [10, 25, 0, false, 100],
])(
  'says of %i items, %i processed and %i failed (ended: %s) that %d %% are done',
  (total, processed, failed, ended, percent) => {
    const counts = { total_items: total, processed_items: processed, failed_items: failed }
    const job = aJob({ ...counts, completed_at: ended ? 5_000 : null })
    expect(statusAnswer(job).progress_percentage).toBe(percent)
  },
)
