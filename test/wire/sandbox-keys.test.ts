import { describe, expect, it } from 'vitest'
import type { JobsApi } from '../../src/main/apis/jobs-api'
import { proveKey } from '../../src/main/apis/prove-key'
import { answerOf, faultOf, writingOf } from './client'
import { aSandbox } from './sandbox'

const aJob = async (api: JobsApi): Promise<string> =>
  answerOf(await writingOf(api).create({ jobType: 'enrichment', totalItems: 4 })).jobId

describe('the keys of MerchantOps', () => {
  it('E20: without one, or with a wrong one, all is unauthorized', async () => {
    const sandbox = await aSandbox()
    for (const api of [
      sandbox.merchant({ keySending: { kind: 'none' } }),
      sandbox.merchant({ key: 'wrong-key-1234' }),
    ]) {
      for (const result of [
        await api.readStatus('a'),
        await api.readDetail('a'),
        await writingOf(api).create({ jobType: 'crawl', totalItems: 1 }),
        await writingOf(api).postProgress('a', { stage: 'x' }),
      ]) {
        expect(faultOf(result)).toMatchObject({ kind: 'unauthorized', said: expect.any(String) })
      }
    }
  })

  it('E20: a key for reading may not write, and one for writing may not read', async () => {
    const sandbox = await aSandbox()
    const jobId = await aJob(sandbox.merchant())
    const reader = sandbox.merchant({ key: sandbox.ready.merchantops.keys.read })
    expect(await reader.readDetail(jobId)).toMatchObject({ ok: true })
    for (const result of [
      await writingOf(reader).create({ jobType: 'crawl', totalItems: 1 }),
      await writingOf(reader).postProgress(jobId, { stage: 'x' }),
    ]) {
      expect(faultOf(result)).toMatchObject({ kind: 'forbidden', permission: 'job:create' })
    }
    const writer = sandbox.merchant({ key: sandbox.ready.merchantops.keys.create })
    for (const result of [await writer.readStatus(jobId), await writer.readDetail(jobId)]) {
      expect(faultOf(result)).toMatchObject({ kind: 'forbidden', permission: 'job:read' })
    }
  })

  it('E19, E44: another organization finds nothing, and may not be named', async () => {
    const sandbox = await aSandbox()
    const jobId = await aJob(sandbox.merchant())
    const stranger = sandbox.merchant({ key: sandbox.ready.merchantops.keys.otherOrganization })
    for (const result of [
      await stranger.readStatus(jobId),
      await stranger.readDetail(jobId),
      await writingOf(stranger).postProgress(jobId, { stage: 'x' }),
    ]) {
      expect(faultOf(result)).toMatchObject({ kind: 'not-found' })
    }
    const { organization } = sandbox.ready.merchantops
    expect(await sandbox.merchant({ organization }).readStatus(jobId)).toMatchObject({ ok: true })
    expect(faultOf(await sandbox.merchant({ organization: 'org-of-another' }).readStatus(jobId)).kind).toBe('forbidden')
  })

  it('are proved by a job that cannot exist', async () => {
    const sandbox = await aSandbox()
    expect(await proveKey(sandbox.merchant())).toEqual({ kind: 'accepted' })
    expect(await proveKey(sandbox.retail())).toEqual({ kind: 'accepted' })
    expect(await proveKey(sandbox.merchant({ key: 'wrong-key-1234' }))).toMatchObject({ kind: 'refused' })
    expect(await proveKey(sandbox.merchant({ key: sandbox.ready.merchantops.keys.create }))).toMatchObject({
      kind: 'refused',
      fault: { kind: 'forbidden', permission: 'job:read' },
    })
    expect(await proveKey(sandbox.retail({ key: 'wrong-key-1234' }))).toMatchObject({ kind: 'refused' })
  })
})
