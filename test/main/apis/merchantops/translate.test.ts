import { describe, expect, it } from 'vitest'
import type { JobFacts } from '../../../../src/main/apis/jobs-api'
import { observeJob, observeStatus } from '../../../../src/main/apis/merchantops/translate'
import { wireJobSchema, wireStatusSchema } from '../../../../src/main/apis/merchantops/wire'
import { aWireJob, aWireStatus } from '../builders'

const observed = (changes: object) => observeJob(wireJobSchema.parse(aWireJob({ ...changes })), 'detail', 100)
const factsOf = (changes: object): JobFacts => observed(changes).facts
const statusFactsOf = (changes: object): JobFacts =>
  observeStatus(wireStatusSchema.parse(aWireStatus({ ...changes })), 100).facts

describe('the light status', () => {
  it('says six things and nothing of the rest', () => {
    expect(observeStatus(wireStatusSchema.parse(aWireStatus()), 117)).toEqual({
      source: 'status',
      bytes: 117,
      facts: {
        status: 'in_progress',
        phase: 'running',
        outcome: null,
        total: 40,
        processed: 10,
        failed: 0,
        percentSent: 25,
      },
    })
  })
})

describe('a job of MerchantOps', () => {
  it('says every field that it carries', () => {
    const observation = observed({
      status: 'COMPLETED_WITH_WARNINGS',
      warned_items: 3,
      created_at: '2026-01-05T10:00:00.123456',
      started_at: '2026-01-05T10:00:01',
      completed_at: '2026-01-05T10:02:00Z',
      duration_seconds: 119,
      error_message: null,
      error_details: null,
      errors: [],
      warnings: [{}],
      reference_keys: [{ entity_type: 'product', key: 'SKU-1' }],
      metadata: { stage: 'uploading', last_message: 'Half done', import_job_id: 'crawl-77' },
      triggered_by: 'user-1',
    })
    expect(observation.facts).toEqual({
      status: 'COMPLETED_WITH_WARNINGS',
      phase: 'ended',
      outcome: 'warned',
      total: 40,
      processed: 10,
      failed: 0,
      warned: 3,
      percentSent: 25,
      successRate: 100,
      jobType: 'enrichment',
      createdAt: '2026-01-05T10:00:00.123456Z',
      startedAt: '2026-01-05T10:00:01Z',
      completedAt: '2026-01-05T10:02:00Z',
      durationSeconds: 119,
      errorMessage: null,
      errorsListed: 0,
      warningsListed: 1,
      triggeredBy: 'user-1',
      stage: 'uploading',
      lastMessage: 'Half done',
      links: [{ via: 'import_job_id', jobId: 'crawl-77' }],
    })
    expect(observation.detail).toMatchObject({
      errors: [],
      metadata: { stage: 'uploading', last_message: 'Half done', import_job_id: 'crawl-77' },
      errorDetails: null,
      referenceKeys: [{ entityType: 'product', key: 'SKU-1' }],
    })
  })

  it('leaves out whatever is absent, so that it clears nothing', () => {
    const observation = observed({})
    expect(Object.keys(observation.facts).sort()).toEqual(
      'failed jobType outcome percentSent phase processed status successRate total'.split(' '),
    )
    expect(observation.detail).toEqual({})
  })

  it('leaves error_details and reference_keys out of a reply to a post, which has none', () => {
    const reply = observeJob(wireJobSchema.parse(aWireJob({ errors: [], metadata: {} })), 'reply', 100)
    expect(Object.keys(reply.detail ?? {}).sort()).toEqual(['errors', 'metadata'])
  })

  it('takes null for an empty list', () => {
    expect(factsOf({ errors: null, warnings: null })).toMatchObject({ errorsListed: 0, warningsListed: 0 })
    expect(observed({ reference_keys: null }).detail?.referenceKeys).toEqual([])
  })

  it('E4: only the status ends a job, not the percentage', () => {
    expect(factsOf({ progress_percentage: 100 })).toMatchObject({ phase: 'running', outcome: null, percentSent: 100 })
    expect(factsOf({ status: 'COMPLETED', progress_percentage: 60 })).toMatchObject({ phase: 'ended', percentSent: 60 })
  })

  it('E5: nothing of nothing stays nothing of nothing', () => {
    expect(statusFactsOf({ total_items: 0, processed_items: 0, progress_percentage: 0 })).toMatchObject({
      total: 0,
      processed: 0,
      percentSent: 0,
    })
  })

  it('E6: figures out of range stay as reported', () => {
    expect(statusFactsOf({ processed_items: 50, failed_items: -1, progress_percentage: 125.5 })).toMatchObject({
      total: 40,
      processed: 50,
      failed: -1,
      percentSent: 125.5,
    })
  })

  it('E7, E8: counts are neither added up nor taken from each other', () => {
    expect(factsOf({ processed_items: 30, failed_items: 5, warned_items: 7 })).toMatchObject({
      processed: 30,
      failed: 5,
      warned: 7,
    })
  })

  it('E9: the outcome is what the word alone says; the counts stand beside it', () => {
    expect(factsOf({ status: 'COMPLETED', failed_items: 12 })).toMatchObject({ outcome: 'succeeded', failed: 12 })
    expect(factsOf({ status: 'PARTIAL_SUCCESS', processed_items: 0 })).toMatchObject({ outcome: 'partial' })
  })

  it('E10: listed errors and failed items are two figures', () => {
    expect(factsOf({ failed_items: 5_000, errors: [{}, {}] })).toMatchObject({ failed: 5_000, errorsListed: 2 })
  })

  it('E11: a job marked as failed keeps its sentence although nothing is listed', () => {
    expect(factsOf({ status: 'failed', error_message: 'Feed is empty', errors: [] })).toMatchObject({
      outcome: 'failed',
      errorMessage: 'Feed is empty',
      errorsListed: 0,
    })
    expect(factsOf({ error_message: '' }).errorMessage).toBeNull()
  })

  it('E2: an unknown word with a time of the end has ended; without one it goes on', () => {
    expect(factsOf({ status: 'Archived', completed_at: '2026-01-05T10:00:00' })).toMatchObject({
      status: 'Archived',
      phase: 'ended',
      outcome: 'unknown',
    })
    expect(factsOf({ status: 'Archived', completed_at: null })).toMatchObject({ phase: 'unknown', outcome: null })
    expect(factsOf({ status: 'Archived', completed_at: '' })).toMatchObject({ phase: 'unknown', completedAt: null })
  })

  it('E16: a duration that is null is null and one that is absent is absent', () => {
    expect(factsOf({ duration_seconds: null }).durationSeconds).toBeNull()
    expect(factsOf({})).not.toHaveProperty('durationSeconds')
  })

  it('E13: a time of the end that is null again is told as null', () => {
    expect(factsOf({ completed_at: null }).completedAt).toBeNull()
  })

  it('E39: text is bounded and without control characters', () => {
    const facts = factsOf({
      status: `a\u202e${'b'.repeat(500)}`,
      job_type: 'x\u0000y',
      error_message: 'z'.repeat(9_000),
    })
    expect(facts.status).toHaveLength(80)
    expect(facts.jobType).toBe('x y')
    expect(facts.errorMessage).toHaveLength(4_000)
  })
})
