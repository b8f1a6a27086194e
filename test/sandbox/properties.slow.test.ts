import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JobEntry } from '../../src/sandbox/merchantops/job'
import { anApi } from './support/an-api'
import { createRequests, progressRequests, spoilt } from './support/arbitraries'
import { contract, expectContract } from './support/contract'

const RUNS = { numRuns: 1_000 }
const createFields = ['job_type', 'total_items', 'metadata', 'triggered_by']
const progressFields = [
  'error',
  'warning',
  'mark_started',
  'mark_completed',
  'mark_failed',
  'message',
  'metadata_patch',
  'processed_items',
  'total_items',
  'stage',
]

describe('1,000 times over', { timeout: 180_000 }, () => {
  it('a valid create request makes the job that it asks for', async () => {
    const api = anApi()
    await fc.assert(
      fc.asyncProperty(createRequests, async request => {
        expectContract('merchantops-create-request', request)
        const { status, body } = await api.post('/api/jobs/', request)
        expect(status).toBe(201)
        expectContract('merchantops-job', body)
        expect(body).toMatchObject({
          job_type: request.job_type,
          total_items: request.total_items,
          triggered_by: request.triggered_by ?? null,
        })
      }),
      RUNS,
    )
  })

  it('a create request is taken exactly when the contract allows it, and else refused in FastAPI’s form', async () => {
    const api = anApi()
    const verdicts = new Set<number>()
    await fc.assert(
      fc.asyncProperty(spoilt(createRequests, createFields), async request => {
        const { status, body } = await api.post('/api/jobs/', request)
        verdicts.add(status)
        expect(status).toBe(contract('merchantops-create-request').safeParse(request).success ? 201 : 422)
        if (status === 422) expectContract('merchantops-validation-error', body)
      }),
      RUNS,
    )
    expect(verdicts).toEqual(new Set([201, 422]))
  })

  it('a progress report is taken exactly when the contract allows it, and a refused one changes nothing', async () => {
    const api = anApi()
    const verdicts = new Set<number>()
    await fc.assert(
      fc.asyncProperty(spoilt(progressRequests, progressFields), async request => {
        const { body: job } = await api.post('/api/jobs/', { job_type: 'crawl', total_items: 5 })
        const before = api.world.merchants.read(String(job.job_id))
        const { status, body } = await api.post(`/api/jobs/${job.job_id}/progress`, request)
        verdicts.add(status)
        expect(status).toBe(contract('merchantops-progress-request').safeParse(request).success ? 200 : 422)
        expectContract(status === 200 ? 'merchantops-job' : 'merchantops-validation-error', body)
        if (status === 422) expect(api.world.merchants.read(String(job.job_id))).toBe(before)
      }),
      RUNS,
    )
    expect(verdicts).toEqual(new Set([200, 422]))
  })

  it('a life of valid reports keeps the contract, and its counts agree with its lists', async () => {
    const api = anApi()
    await fc.assert(
      fc.asyncProperty(fc.array(progressRequests, { minLength: 1, maxLength: 4 }), async reports => {
        const { body: job } = await api.post('/api/jobs/', { job_type: 'enrichment', total_items: 9 })
        for (const report of reports) {
          expect((await api.post(`/api/jobs/${job.job_id}/progress`, report)).status).toBe(200)
        }
        const { body: detail } = await api.get(`/api/jobs/${job.job_id}`)
        expectContract('merchantops-job-detail', detail)
        expectContract('merchantops-job-status', (await api.get(`/api/jobs/${job.job_id}/status`)).body)
        const stored = api.world.merchants.read(String(job.job_id))
        const entities = (list: readonly JobEntry[]) =>
          new Set(
            list.flatMap(({ entity_type, entity_key }) =>
              entity_type === 'job' ? [] : `${entity_type} ${entity_key}`,
            ),
          ).size
        expect([stored?.failed_items, stored?.warned_items]).toEqual([
          entities(stored?.errors ?? []),
          entities(stored?.warnings ?? []),
        ])
        const ended = ['completed', 'completed_with_warnings', 'partial_success', 'failed'].includes(
          String(detail.status),
        )
        expect(detail.completed_at !== null).toBe(ended)
      }),
      RUNS,
    )
  })

  it('no id of MerchantOps is an accident: what is not there is a 404', async () => {
    const api = anApi()
    const ids = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter(id => id !== '.' && id !== '..')
    await fc.assert(
      fc.asyncProperty(ids, fc.constantFrom('', '/status'), async (id, end) => {
        const { status, body } = await api.get(`/api/jobs/${encodeURIComponent(id)}${end}`)
        expect(status).toBe(404)
        expectContract('refusal', body)
      }),
      RUNS,
    )
  })

  it('Retailgrid answers 404 to a UUID and 422 to anything else', async () => {
    const api = anApi()
    const others = fc.string({ minLength: 1, maxLength: 40 }).filter(id => id !== '.' && id !== '..')
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uuid().map(id => [id, true] as const),
          others.map(id => [id, false] as const),
        ),
        async ([id, isUuid]) => {
          const { status, body } = await api.retail(encodeURIComponent(id))
          expect(status).toBe(isUuid ? 404 : 422)
          expectContract(isUuid ? 'refusal' : 'retailgrid-validation-error', body)
        },
      ),
      RUNS,
    )
  })
})
