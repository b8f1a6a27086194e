import { describe, expect, it } from 'vitest'
import { merchantopsApi } from '../../../../src/main/apis/merchantops/client'
import { bad, type Fault, good } from '../../../../src/shared/fault'
import { aConnection, aKey, anAnswer, aWireJob, aWireStatus, recordingHttp } from '../builders'

const jobId = 'enrichment-5f2c81d0'
const withKey = async () => good(aKey)

function aClient(...answers: Parameters<typeof recordingHttp>) {
  const { http, asked } = recordingHttp(...answers)
  const api = merchantopsApi(aConnection({ organization: 'org-7' }), http, withKey)
  if (api.writing === null) throw new Error('MerchantOps can write')
  return { api, writing: api.writing, asked }
}

describe('the client of MerchantOps', () => {
  it('asks for the light status with its cap', async () => {
    const { api, asked } = aClient(anAnswer(aWireStatus()))
    expect(await api.readStatus(jobId)).toMatchObject({ ok: true, value: { source: 'status', bytes: 100 } })
    expect(asked).toEqual([
      {
        method: 'GET',
        url: `https://api.example.com/api/jobs/${jobId}/status`,
        headers: { authorization: `Bearer ${aKey}`, 'x-organization-id': 'org-7' },
        maxBytes: 1_048_576,
      },
    ])
  })

  it('asks for the detail with its larger cap', async () => {
    const { api, asked } = aClient(anAnswer(aWireJob()))
    expect(await api.readDetail(jobId)).toMatchObject({ ok: true, value: { source: 'detail' } })
    expect(asked[0]).toMatchObject({ url: `https://api.example.com/api/jobs/${jobId}`, maxBytes: 8_388_608 })
  })

  it('E31, E32: creates at the path with the slash and takes any good status', async () => {
    const { writing, asked } = aClient(anAnswer(aWireJob({ job_id: 'crawl-9' }), 200))
    const created = await writing.create({ jobType: 'crawl', totalItems: 3 })
    expect(created).toMatchObject({ ok: true, value: { jobId: 'crawl-9', observation: { source: 'reply' } } })
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: 'https://api.example.com/api/jobs/',
      body: '{"job_type":"crawl","total_items":3}',
    })
  })

  it.each([{}, aWireJob({ job_id: undefined }), aWireJob({ job_id: '' }), aWireJob({ job_id: '..' })])(
    'E32: a creation without a usable id is garbled and asked once',
    async json => {
      const { writing, asked } = aClient(anAnswer(json, 201))
      expect(await writing.create({ jobType: 'crawl', totalItems: 3 })).toMatchObject({
        ok: false,
        fault: { kind: 'garbled' },
      })
      expect(asked).toHaveLength(1)
    },
  )

  it('posts progress and reads the reply', async () => {
    const { writing, asked } = aClient(anAnswer(aWireJob({ processed_items: 11 })))
    const posted = await writing.postProgress(jobId, { processedItems: 11 })
    expect(posted).toMatchObject({ ok: true, value: { source: 'reply', facts: { processed: 11 } } })
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: `https://api.example.com/api/jobs/${jobId}/progress`,
      body: '{"processed_items":11}',
    })
  })

  it('E25: sends nothing for an empty report', async () => {
    const { writing, asked } = aClient()
    expect(await writing.postProgress(jobId, {})).toMatchObject({ ok: false, fault: { kind: 'rejected', status: 0 } })
    expect(asked).toEqual([])
  })

  it('E24: does not repeat a post that may have arrived', async () => {
    const cut: Fault = { kind: 'unreachable', cause: 'cut', reason: 'ECONNRESET', mayHaveArrived: true }
    const { writing, asked } = aClient(bad(cut))
    expect(await writing.postProgress(jobId, { stage: 'x' })).toEqual({ ok: false, fault: cut })
    expect(asked).toHaveLength(1)
  })

  it('E20: names the permission that a refused call needed', async () => {
    const forbidden = bad({ kind: 'forbidden', permission: null, said: null })
    const { api, writing } = aClient(forbidden, forbidden, forbidden, forbidden)
    const needing = (permission: string) => ({ ok: false, fault: { kind: 'forbidden', permission } })
    expect(await api.readStatus(jobId)).toMatchObject(needing('job:read'))
    expect(await api.readDetail(jobId)).toMatchObject(needing('job:read'))
    expect(await writing.create({ jobType: 'a', totalItems: 0 })).toMatchObject(needing('job:create'))
    expect(await writing.postProgress(jobId, { stage: 'x' })).toMatchObject(needing('job:create'))
  })

  it.each(['', '.', '..'])('E43: never asks for the id %j', async id => {
    const { api, writing, asked } = aClient()
    const results = [await api.readStatus(id), await api.readDetail(id), await writing.postProgress(id, { stage: 'x' })]
    for (const result of results) expect(result).toMatchObject({ ok: false, fault: { kind: 'rejected', status: 0 } })
    expect(asked).toEqual([])
  })

  it('takes an answer about another job for no answer', async () => {
    const { api } = aClient(anAnswer(aWireStatus({ job_id: 'someone-elses' })))
    expect(await api.readStatus(jobId)).toEqual({
      ok: false,
      fault: { kind: 'garbled', what: 'job_id names another job' },
    })
  })

  it('tells that there is no key without asking the server', async () => {
    const { http, asked } = recordingHttp()
    const locked = async () => bad({ kind: 'no-key', why: 'locked' })
    const api = merchantopsApi(aConnection(), http, locked)
    expect(await api.readStatus(jobId)).toEqual({ ok: false, fault: { kind: 'no-key', why: 'locked' } })
    expect(asked).toEqual([])
  })

  it('E34: asks no keychain when the connection sends no key', async () => {
    const { http, asked } = recordingHttp(anAnswer(aWireStatus()))
    const never = () => Promise.reject(new Error('nobody should ask'))
    const api = merchantopsApi(aConnection({ keySending: { kind: 'none' } }), http, never)
    expect(await api.readStatus(jobId)).toMatchObject({ ok: true })
    expect(asked[0]?.headers).toEqual({})
  })

  it('E36: two connections ask for one id at their own address with their own key', async () => {
    const { http, asked } = recordingHttp(anAnswer(aWireStatus()), anAnswer(aWireStatus()))
    await merchantopsApi(aConnection({ baseUrl: 'https://a.example' }), http, async () => good('key-of-a')).readStatus(
      jobId,
    )
    await merchantopsApi(aConnection({ baseUrl: 'https://b.example' }), http, async () => good('key-of-b')).readStatus(
      jobId,
    )
    expect(asked.map(({ url, headers }) => [new URL(url).host, headers.authorization])).toEqual([
      ['a.example', 'Bearer key-of-a'],
      ['b.example', 'Bearer key-of-b'],
    ])
  })
})
