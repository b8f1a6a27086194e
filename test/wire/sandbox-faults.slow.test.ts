import { describe, expect, it } from 'vitest'
import type { JobsApi } from '../../src/main/apis/jobs-api'
import { answerOf, faultOf, scaled, writingOf } from './client'
import { aSandbox } from './sandbox'

async function aJob(api: JobsApi): Promise<string> {
  return answerOf(await writingOf(api).create({ jobType: 'crawl', totalItems: 10 })).jobId
}

type Broken = Parameters<Awaited<ReturnType<typeof aSandbox>>['breaks']>[0]

const broken: readonly (readonly [Broken, object])[] = [
  [
    { kind: 'answer', status: 401, body: { detail: 'No' } },
    { kind: 'unauthorized', said: 'No' },
  ],
  [{ kind: 'answer', status: 403, body: { detail: 'No' } }, { kind: 'forbidden' }],
  [{ kind: 'answer', status: 404, body: { detail: 'No' } }, { kind: 'not-found' }],
  [
    { kind: 'answer', status: 409, body: { detail: 'No' } },
    { kind: 'conflict', status: 409 },
  ],
  [
    { kind: 'answer', status: 422, body: {} },
    { kind: 'rejected', status: 422 },
  ],
  [
    { kind: 'answer', status: 500 },
    { kind: 'server', status: 500, retryAfterMs: null },
  ],
  [
    { kind: 'answer', status: 429, retry_after: { form: 'seconds', seconds: 30 } },
    { kind: 'rate-limited', retryAfterMs: 30_000 },
  ],
  [
    { kind: 'answer', status: 503, retry_after: { form: 'seconds', seconds: 5 } },
    { kind: 'server', status: 503, retryAfterMs: 5_000 },
  ],
  [{ kind: 'html' }, { kind: 'not-the-api', contentType: 'text/html' }],
  [{ kind: 'truncated-json' }, { kind: 'garbled', what: 'it is not whole JSON' }],
  [
    { kind: 'deep-json', depth: 100_000 },
    { kind: 'garbled', what: 'job_id is missing' },
  ],
  [
    { kind: 'cut', after_bytes: 20 },
    { kind: 'unreachable', cause: 'cut', mayHaveArrived: true },
  ],
  [{ kind: 'reset' }, { kind: 'unreachable', cause: 'cut', mayHaveArrived: true }],
  [{ kind: 'gzip-bomb', megabytes: 10_000 }, { kind: 'too-large' }],
  [{ kind: 'big-body', megabytes: 100 }, { kind: 'too-large' }],
  [
    { kind: 'redirect', status: 302, to: 'https://elsewhere.example/x' },
    { kind: 'moved', toOrigin: 'https://elsewhere.example' },
  ],
  [{ kind: 'drop-after-apply' }, { kind: 'unreachable', cause: 'cut', mayHaveArrived: true }],
]

describe('every fault that the sandbox can have', () => {
  it.each(broken)('%j makes every call of MerchantOps a fault, and the next one works', async (fault, expected) => {
    const sandbox = await aSandbox()
    const api = sandbox.merchant()
    const jobId = await aJob(api)
    const calls = [
      () => api.readStatus(jobId),
      () => api.readDetail(jobId),
      () => writingOf(api).create({ jobType: 'crawl', totalItems: 1 }),
      () => writingOf(api).postProgress(jobId, { stage: 'x' }),
    ]
    for (const call of calls) {
      await sandbox.breaks(fault, 2)
      const seen = faultOf(await call())
      expect(seen).toMatchObject(expected)
      expect(JSON.stringify(seen)).not.toContain(sandbox.ready.merchantops.keys.full)
      await sandbox.tell('DELETE', '/faults')
    }
    expect(await api.readStatus(jobId)).toMatchObject({ ok: true })
  })

  it.each([
    [{ kind: 'delay', ms: 60_000 }, 'no answer within'],
    [{ kind: 'slow-body', bytes: 1, every_ms: 50 }, 'no complete answer within'],
  ] as const)('%j is out of time', async (fault, reason) => {
    const sandbox = await aSandbox()
    const jobId = await aJob(sandbox.merchant())
    const api = sandbox.merchant({ limits: scaled })
    await sandbox.breaks(fault)
    expect(faultOf(await api.readStatus(jobId))).toMatchObject({
      kind: 'unreachable',
      cause: 'timeout',
      reason: expect.stringContaining(reason),
      mayHaveArrived: true,
    })
  })

  it('E22: a date to wait for is read against the sandbox’s clock, ten minutes off', async () => {
    const sandbox = await aSandbox()
    await sandbox.tell('PATCH', '/clock', { skew_seconds: 600 })
    await sandbox.breaks({ kind: 'answer', status: 429, retry_after: { form: 'date', seconds: 60 } })
    const fault = faultOf(await sandbox.merchant().readStatus('a'))
    expect(fault.kind).toBe('rate-limited')
    const waits = fault.kind === 'rate-limited' ? fault.retryAfterMs : null
    expect(waits).toBeGreaterThanOrEqual(58_000)
    expect(waits).toBeLessThanOrEqual(61_000)
  })

  it('E24: a post whose answer was lost may have arrived, was sent once, and can be read back', async () => {
    const sandbox = await aSandbox()
    const api = sandbox.merchant()
    const jobId = await aJob(api)
    await sandbox.tell('DELETE', '/requests')
    await sandbox.breaks({ kind: 'drop-after-apply' })
    const issue = { entityKey: 'SKU-1', errorType: 'x', message: 'Once.' }
    expect(faultOf(await writingOf(api).postProgress(jobId, { error: issue }))).toMatchObject({ mayHaveArrived: true })
    const log = await sandbox.tell('GET', '/requests')
    expect(log).toHaveLength(1)
    expect(await api.readDetail(jobId)).toMatchObject({ ok: true, value: { facts: { errorsListed: 1 } } })
  })
})

describe('a job in a state that no API leads to', () => {
  const jobId = 'enrichment-00000000abcd'

  const changed = async (change: object, stamps?: 'naive') => {
    const sandbox = await aSandbox()
    const job = { vendor: 'merchantops', job_id: jobId, ...change, ...(stamps ? { stamps } : {}) }
    await sandbox.tell('POST', '/jobs', job)
    return { status: await sandbox.merchant().readStatus(jobId), detail: await sandbox.merchant().readDetail(jobId) }
  }

  it('E2: an unknown word is kept', async () => {
    const { status } = await changed({ set: { status: 'Frobnicating' } })
    expect(status).toMatchObject({
      ok: true,
      value: { facts: { status: 'Frobnicating', phase: 'unknown', outcome: null } },
    })
  })

  it('E6: more processed than there are is told as it is', async () => {
    const { status } = await changed({ set: { total_items: 10, processed_items: 15, progress_percentage: 150 } })
    expect(status).toMatchObject({ ok: true, value: { facts: { total: 10, processed: 15, percentSent: 150 } } })
  })

  it('E15: times without a zone are UTC', async () => {
    const { detail } = await changed({}, 'naive')
    const createdAt = detail.ok ? detail.value.facts.createdAt : null
    expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
    expect(Math.abs(Date.parse(createdAt ?? '') - Date.now())).toBeLessThan(120_000)
  })

  it('E42: a missing field costs this answer alone', async () => {
    const { status, detail } = await changed({ omit: ['success_rate'] })
    expect(status).toMatchObject({ ok: true })
    expect(detail).toEqual({ ok: false, fault: { kind: 'garbled', what: 'success_rate is missing' } })
  })

  it('E42: a number may come as text', async () => {
    const { status } = await changed({ set: { total_items: '40' } })
    expect(status).toMatchObject({ ok: true, value: { facts: { total: 40 } } })
  })

  it('E39: a hundred thousand reference keys are read whole', async () => {
    const { detail } = await changed({
      set: { reference_keys: { entity_type: 'product', prefix: 'S', count: 100_000 } },
    })
    expect(detail.ok && detail.value.detail?.referenceKeys).toHaveLength(100_000)
  })
})
