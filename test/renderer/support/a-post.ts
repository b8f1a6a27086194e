import type { Glimpse } from '../../../src/shared/comparison'
import type { Post } from '../../../src/shared/outbox'

const noon = '2026-03-02T12:00:00.000Z'

/** A report that waits for its turn. */
export const aPost = (own: Partial<Post> = {}): Post => ({
  id: '7b0c1c1e-2f6b-4a52-9c6e-0d5d0b3f8a11',
  connectionId: 'c1',
  content: { kind: 'progress', jobId: 'enrichment-5f2c81d0', input: { processedItems: 5 } },
  form: null,
  state: 'waiting',
  ref: { connectionId: 'c1', jobId: 'enrichment-5f2c81d0' },
  createdAt: noon,
  sentAt: null,
  endedAt: null,
  attempts: 0,
  nextTryAt: null,
  fault: null,
  comparison: null,
  before: null,
  after: null,
  jobCreatedHere: true,
  runId: null,
  ...own,
})

export const aGlimpse = (own: Partial<Glimpse> = {}): Glimpse => ({
  status: 'in_progress',
  phase: 'running',
  outcome: null,
  stage: null,
  lastMessage: null,
  total: 100,
  processed: 5,
  failed: 0,
  warned: 0,
  errorMessage: null,
  errorsListed: 0,
  warningsListed: 0,
  startedAt: noon,
  completedAt: null,
  percent: 5,
  lastError: null,
  lastWarning: null,
  equalErrors: null,
  equalWarnings: null,
  patched: null,
  at: noon,
  ...own,
})
