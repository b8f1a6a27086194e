import { beforeEach, describe, expect, it } from 'vitest'
import type { JobsApi } from '../../src/main/apis/jobs-api'
import type { Result } from '../../src/shared/fault'
import { answerOf, faultOf, writingOf } from './client'
import { aSandbox, type SandboxUnderTest } from './sandbox'

type Operation = { readonly name: string; readonly call: (api: JobsApi, jobId: string) => Promise<Result<unknown>> }

const reads: readonly Operation[] = [
  { name: 'get job', call: (api, jobId) => api.readDetail(jobId) },
  { name: 'get status', call: (api, jobId) => api.readStatus(jobId) },
]
const create: Operation = {
  name: 'create',
  call: api => writingOf(api).create({ jobType: 'crawl', totalItems: 1, metadata: {} }),
}
const report: Operation = {
  name: 'report progress',
  call: (api, jobId) => writingOf(api).postProgress(jobId, { processedItems: 1 }),
}
const retailId = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'
const complaints = { detail: [{ loc: ['body', 'total_items'], msg: 'Too small', type: 'greater_than_equal' }] }

let sandbox: SandboxUnderTest
let jobId = ''
beforeEach(async () => {
  sandbox = await aSandbox()
  jobId = answerOf(await writingOf(sandbox.merchant()).create({ jobType: 'enrichment', totalItems: 4 })).jobId
  await sandbox.tell('POST', '/jobs', { vendor: 'retailgrid', job_id: retailId })
})

describe('MerchantOps', () => {
  it.each([...reads, create, report])('401: $name without a key, and with a wrong one', async ({ call }) => {
    for (const own of [{ keySending: { kind: 'none' } as const }, { key: 'wrong-key-1234' }]) {
      expect(faultOf(await call(sandbox.merchant(own), jobId)).kind).toBe('unauthorized')
    }
  })

  it.each(reads)('403: $name without job:read', async ({ call }) => {
    const { keys } = sandbox.ready.merchantops
    const fault = faultOf(await call(sandbox.merchant({ key: keys.create }), jobId))
    expect(fault).toMatchObject({ kind: 'forbidden', permission: 'job:read' })
  })

  it.each([create, report])('403: $name without job:create', async ({ call }) => {
    const { keys } = sandbox.ready.merchantops
    const fault = faultOf(await call(sandbox.merchant({ key: keys.read }), jobId))
    expect(fault).toMatchObject({ kind: 'forbidden', permission: 'job:create' })
  })

  it.each([...reads, create, report])('403: $name for an organization of others', async ({ call }) => {
    const fault = faultOf(await call(sandbox.merchant({ organization: 'org-of-another' }), jobId))
    expect(fault.kind).toBe('forbidden')
  })

  it.each([...reads, report])('404: $name of a job of others, and of none', async ({ call }) => {
    const { keys } = sandbox.ready.merchantops
    expect(faultOf(await call(sandbox.merchant({ key: keys.otherOrganization }), jobId)).kind).toBe('not-found')
    expect(faultOf(await call(sandbox.merchant(), 'enrichment-none')).kind).toBe('not-found')
  })

  // The client sends nothing that the server would complain of, so the sandbox is told to.
  it.each([...reads, create, report])('422: $name', async ({ call }) => {
    await sandbox.breaks({ kind: 'answer', status: 422, body: complaints })
    expect(faultOf(await call(sandbox.merchant(), jobId))).toEqual({
      kind: 'rejected',
      status: 422,
      complaints: [{ at: 'total_items', message: 'Too small' }],
      said: null,
    })
  })
})

describe('Retailgrid', () => {
  it.each(reads)('401: $name without a key, and with a wrong one', async ({ call }) => {
    for (const own of [{ keySending: { kind: 'none' } as const }, { key: 'wrong-key-1234' }]) {
      expect(faultOf(await call(sandbox.retail(own), retailId)).kind).toBe('unauthorized')
    }
  })

  it.each(reads)('403: $name, of which its page says nothing, names no permission', async ({ call }) => {
    await sandbox.breaks({ kind: 'answer', status: 403, body: { detail: 'No' } })
    expect(faultOf(await call(sandbox.retail(), retailId))).toEqual({ kind: 'forbidden', permission: null, said: 'No' })
  })

  it.each(reads)('404: $name of a job of others', async ({ call }) => {
    const { otherKey } = sandbox.ready.retailgrid
    expect(faultOf(await call(sandbox.retail({ key: otherKey }), retailId)).kind).toBe('not-found')
  })

  it.each(reads)('422: $name of what is no UUID is refused here, and would be there', async ({ call }) => {
    expect(faultOf(await call(sandbox.retail(), 'crawl-1'))).toMatchObject({ kind: 'rejected', status: 0 })
    await sandbox.breaks({ kind: 'answer', status: 422, body: complaints })
    expect(faultOf(await call(sandbox.retail(), retailId))).toMatchObject({ kind: 'rejected', status: 422 })
  })
})

describe('posting to a job', () => {
  it('E45: is open to every key of the organization that has job:create, whoever made the job', async () => {
    const other = sandbox.merchant({ key: sandbox.ready.merchantops.keys.create })
    expect(await report.call(other, jobId)).toMatchObject({ ok: true })
  })

  it('E27: merges a patch into the metadata, and the answer shows what came of it', async () => {
    const { postProgress } = writingOf(sandbox.merchant())
    await postProgress(jobId, { stage: 'uploading', metadataPatch: { import_job_id: 'crawl-77', shop: { a: 1 } } })
    const { detail, facts } = answerOf(await postProgress(jobId, { metadataPatch: { shop: { b: 2 }, stage: null } }))
    expect(detail?.metadata).toEqual({ stage: null, import_job_id: 'crawl-77', shop: { b: 2 } })
    expect(facts).toMatchObject({ stage: null, links: [{ jobId: 'crawl-77' }] })
  })
})
