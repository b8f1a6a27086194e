import { type JobDetail, type JobIssue, type JobRef, shownAtOnce } from '../../../src/shared/job'
import { anIssue } from '../../support/builders'

const kinds = [
  { errorType: 'image_missing', step: 'download', message: 'The main image answers 404.' },
  {
    errorType: 'target_gap',
    step: 'transform',
    message:
      'No value for the attribute “material” could be found in the source text, and the target requires one for products of the category “Outerwear”.',
  },
  { errorType: 'validation_error', step: 'upload', message: 'price.amount: must be greater than 0' },
  {
    errorType: 'timeout',
    step: null,
    message: 'The catalogue did not answer within 30 s; the item was left as it is.',
  },
] as const

export const errorsOf = (ref: JobRef, now: number): readonly JobIssue[] =>
  issues(
    ref,
    now,
    ref.jobId.includes('6cd') ? 620 : ref.jobId.includes('5f2c') ? 12 : ref.jobId.includes('9c11') ? 8 : 0,
  )

const warningsOf = (ref: JobRef, now: number): readonly JobIssue[] =>
  issues(ref, now, ref.jobId.includes('6cd') ? 40 : ref.jobId.includes('5f2c') ? 64 : 0)

const issues = (ref: JobRef, now: number, many: number): readonly JobIssue[] =>
  Array.from({ length: many }, (_, index) =>
    anIssue({
      ...kinds[index % kinds.length],
      entityKey: ref.jobId.startsWith('a/') ? '<b>key</b>\u202e' : `SKU-${20_418 + index * 7}`,
      timestamp: new Date(now - index * 13_000).toISOString(),
      details: index % 3 === 0 ? someDetails : null,
    }),
  )

const someDetails = {
  url: 'https://cdn.example.com/i/20418.jpg',
  attempts: 3,
  response: { status: 404, headers: { server: 'nginx', 'content-type': 'text/html' } },
}

export function detailOf(ref: JobRef, now: number): JobDetail {
  const errors = errorsOf(ref, now)
  const warnings = warningsOf(ref, now)
  return {
    errors: errors.slice(0, shownAtOnce),
    warnings: warnings.slice(0, shownAtOnce),
    errorCount: errors.length,
    warningCount: warnings.length,
    metadata: {
      stage: 'uploading',
      last_message: 'Sent batch 125 of 200 to the catalogue',
      import_job_id: 'import-77aa01fe',
      source: {
        kind: 'feed',
        url: 'https://feeds.example.com/outfitters/eu.xml',
        rows: 40_000,
        checksum: 'sha256:9f86d081884c7d659a2feaa0c55ad015',
      },
      locales: ['de', 'fr', 'it', 'nl'],
      dry_run: false,
      requested_by: null,
      note: '',
    },
    errorDetails: ref.jobId.includes('9c11') ? { last_status: 403, attempts: 600 } : null,
    referenceKeys: {
      count: 40_000,
      sample: Array.from({ length: 60 }, (_, index) => ({ entityType: 'product', key: `SKU-${20_418 + index * 7}` })),
    },
  }
}
