import { describe, expect, it } from 'vitest'
import type { JobsApi, Observation } from '../../src/main/apis/jobs-api'
import { impossibleJobId } from '../../src/main/apis/prove-key'
import { aHttp, answerOf, aPost, faultOf, writingOf } from './client'
import { aSandbox } from './sandbox'

const anIssue = (entityKey: string) => ({
  entityKey,
  entityType: 'product',
  errorType: 'missing_image',
  message: `No image for ${entityKey}.`,
})

async function aJob(api: JobsApi, totalItems = 4): Promise<string> {
  return answerOf(await writingOf(api).create({ jobType: 'enrichment', totalItems })).jobId
}

describe('a worker at MerchantOps', () => {
  it('leads a job from its creation to its derived end', async () => {
    const api = (await aSandbox()).merchant()
    const { postProgress } = writingOf(api)
    const created = answerOf(await writingOf(api).create({ jobType: 'enrichment', totalItems: 0, triggeredBy: 'me' }))
    expect(created.observation.facts).toMatchObject({
      phase: 'queued',
      total: 0,
      triggeredBy: 'me',
      jobType: 'enrichment',
    })
    const { jobId } = created

    const started = answerOf(await postProgress(jobId, { transition: { kind: 'start' }, totalItems: 4 }))
    expect(started.facts).toMatchObject({ phase: 'running', total: 4 })
    await postProgress(jobId, { stage: 'uploading', message: 'Half done', processedItems: 2 })
    await postProgress(jobId, { error: anIssue('SKU-1'), warning: anIssue('SKU-2') })
    await postProgress(jobId, { metadataPatch: { import_job_id: 'crawl-77' } })
    const status: Observation = answerOf(await api.readStatus(jobId))
    expect(status.facts).toMatchObject({ phase: 'running', processed: 2, failed: 1, percentSent: 75 })

    const ended = answerOf(await postProgress(jobId, { transition: { kind: 'complete' } }))
    expect(ended.facts).toMatchObject({ phase: 'ended', outcome: 'partial' })
    const { facts, detail, bytes } = answerOf(await api.readDetail(jobId))
    expect(facts).toMatchObject({
      outcome: 'partial',
      failed: 1,
      warned: 1,
      errorsListed: 1,
      warningsListed: 1,
      stage: 'uploading',
      lastMessage: 'Half done',
      links: [{ via: 'import_job_id', jobId: 'crawl-77' }],
    })
    expect(detail?.errors?.[0]).toMatchObject({ entityKey: 'SKU-1', message: 'No image for SKU-1.' })
    expect(detail?.referenceKeys).toEqual([])
    expect(bytes).toBeGreaterThan(100)
  })

  it('E11: marks a job as failed and finds the sentence again', async () => {
    const api = (await aSandbox()).merchant()
    const jobId = await aJob(api)
    await writingOf(api).postProgress(jobId, { transition: { kind: 'fail', message: 'Feed is empty' } })
    expect(answerOf(await api.readDetail(jobId)).facts).toMatchObject({
      outcome: 'failed',
      errorMessage: 'Feed is empty',
      errorsListed: 0,
    })
  })

  it('E13: starts an ended job again', async () => {
    const api = (await aSandbox()).merchant()
    const jobId = await aJob(api)
    await writingOf(api).postProgress(jobId, { transition: { kind: 'complete' } })
    const again = answerOf(await writingOf(api).postProgress(jobId, { transition: { kind: 'start' } }))
    expect(again.facts).toMatchObject({ phase: 'running', outcome: null, completedAt: null })
  })

  it('E34: is let in with a bare key and with the session cookie', async () => {
    const sandbox = await aSandbox()
    const bare = sandbox.merchant({ keySending: { kind: 'header', name: 'Authorization', prefix: '' } })
    const jobId = await aJob(bare)
    const session = sandbox.merchant({
      key: sandbox.ready.merchantops.session,
      keySending: { kind: 'session-cookie' },
      organization: sandbox.ready.merchantops.organization,
    })
    expect(await session.readStatus(jobId)).toMatchObject({ ok: true })
  })
})

describe('a complaint of the sandbox', () => {
  it('E21: comes field by field, without what was sent', async () => {
    const sandbox = await aSandbox()
    const jobId = await aJob(sandbox.merchant())
    const { url, keys } = sandbox.ready.merchantops
    const fault = faultOf(
      await aHttp()({
        ...aPost(`${url}/api/jobs/${jobId}/progress`),
        headers: { authorization: `Bearer ${keys.full}` },
        body: '{"total_items":-1,"error":{"entity_key":"canary-of-what-was-sent"},"mark_started":"maybe"}',
      }),
    )
    expect(fault).toMatchObject({ kind: 'rejected', status: 422 })
    const places = fault.kind === 'rejected' ? fault.complaints.map(({ at }) => at).sort() : []
    expect(places).toEqual(['error.error_type', 'error.message', 'mark_started', 'total_items'])
    expect(JSON.stringify(fault)).not.toContain('canary')
  })

  it('E31: the path without its slash is a move that is not followed', async () => {
    const { url, keys } = (await aSandbox()).ready.merchantops
    const request = { ...aPost(`${url}/api/jobs`), headers: { authorization: `Bearer ${keys.full}` } }
    expect(faultOf(await aHttp()(request))).toEqual({ kind: 'moved', status: 307, toOrigin: url })
  })
})

describe('Retailgrid', () => {
  it('E18, E19: knows its caller’s jobs alone', async () => {
    const sandbox = await aSandbox()
    const made = { vendor: 'retailgrid', job_id: '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15', set: { progress: 40 } }
    await sandbox.tell('POST', '/jobs', made)
    expect(await sandbox.retail().readStatus(made.job_id)).toMatchObject({
      ok: true,
      value: { facts: { percentSent: 40, jobType: 'bulk_upsert' } },
    })
    const stranger = sandbox.retail({ key: sandbox.ready.retailgrid.otherKey })
    expect(faultOf(await stranger.readStatus(made.job_id)).kind).toBe('not-found')
    expect(faultOf(await sandbox.retail().readStatus(impossibleJobId)).kind).toBe('not-found')
    expect(faultOf(await sandbox.retail({ keySending: { kind: 'none' } }).readStatus(made.job_id)).kind).toBe(
      'unauthorized',
    )
  })
})
