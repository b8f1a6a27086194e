import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JobFacts } from '../../../../src/main/apis/jobs-api'
import { readWire } from '../../../../src/main/apis/reading'
import { jobsApis } from '../../../../src/main/apis/registry'
import { observeJob } from '../../../../src/main/apis/retailgrid/translate'
import { wireJobSchema } from '../../../../src/main/apis/retailgrid/wire'
import { bad, good } from '../../../../src/shared/fault'
import { aConnection, aGridId, aGridJob, aKey, anAnswer, recordingHttp } from '../builders'

const otherId = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'

const factsOf = (changes: object): JobFacts =>
  observeJob(wireJobSchema.parse(aGridJob({ ...changes })), 'detail', 100).facts

function aClient(...answers: Parameters<typeof recordingHttp>) {
  const { http, asked } = recordingHttp(...answers)
  const connection = aConnection({ vendor: 'retailgrid', baseUrl: 'https://gw.example/corp', organization: 'org-7' })
  return { api: jobsApis.retailgrid(connection, http, async () => good(aKey)), asked }
}

describe('a job of Retailgrid', () => {
  it('says every field that it carries', () => {
    const facts = factsOf({
      status: 'completed',
      progress: 100,
      started_at: '2026-01-05T10:00:01Z',
      completed_at: '2026-01-05T10:02:00Z',
      error_message: null,
      grid_id: otherId,
      related_grid_fill_job_id: otherId,
      grid_items_count: 812,
    })
    expect(facts).toEqual({
      status: 'completed',
      phase: 'ended',
      outcome: 'succeeded',
      jobType: 'csv_import',
      percentSent: 100,
      progressSent: null,
      createdAt: '2026-01-05T10:00:00Z',
      startedAt: '2026-01-05T10:00:01Z',
      completedAt: '2026-01-05T10:02:00Z',
      errorMessage: null,
      gridId: otherId,
      gridItemsCount: 812,
      links: [{ via: 'related_grid_fill_job_id', jobId: otherId }],
    })
  })

  it('says nothing of counts, lists and metadata, nor of what is absent', () => {
    const observation = observeJob(wireJobSchema.parse(aGridJob()), 'status', 100)
    expect(Object.keys(observation.facts).sort()).toEqual(['createdAt', 'jobType', 'outcome', 'phase', 'status'])
    expect(observation).not.toHaveProperty('detail')
  })

  it.each([
    [null, null, null],
    [0, 0, null],
    [55, 55, null],
    [100, 100, null],
    [-5, null, -5],
    [250, null, 250],
  ])('E17: a progress of %j is the percentage %j, or else %j without a sign', (progress, percentSent, progressSent) => {
    expect(factsOf({ progress })).toMatchObject({ percentSent, progressSent })
  })

  it('E17: an absent progress stays absent', () => {
    expect(factsOf({})).not.toHaveProperty('percentSent')
  })

  it.each<[unknown, readonly object[]]>([
    [null, []],
    ['not a uuid', []],
    [aGridId, []],
    [otherId.toUpperCase(), [{ via: 'related_grid_fill_job_id', jobId: otherId }]],
  ])('E38: the related job %j gives the links %j', (related_grid_fill_job_id, links) => {
    expect(factsOf({ related_grid_fill_job_id }).links).toEqual(links)
  })

  it.each(['job_id', 'job_type', 'status', 'created_at'])('E42: without %s it is garbled and says so', field => {
    const json = Object.fromEntries(Object.entries(aGridJob()).filter(([name]) => name !== field))
    expect(readWire(wireJobSchema, json)).toEqual({
      ok: false,
      fault: { kind: 'garbled', what: `${field} is missing` },
    })
  })

  it('E35: fields nobody knows are passed over', () => {
    expect(factsOf({ owner: 'x', progress_detail: {} })).toEqual(factsOf({}))
  })

  it('never throws, whatever the JSON', () => {
    const fields = [...Object.keys(wireJobSchema.shape)]
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        const wire = readWire(wireJobSchema, aGridJob({ [field]: value }))
        if (wire.ok) JSON.stringify(observeJob(wire.value, 'detail', 1))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the client of Retailgrid', () => {
  it('has one read under both names, and keeps the path prefix', async () => {
    const { api, asked } = aClient(anAnswer(aGridJob()), anAnswer(aGridJob()))
    expect(await api.readStatus(aGridId)).toMatchObject({ ok: true, value: { source: 'status' } })
    expect(await api.readDetail(aGridId)).toMatchObject({ ok: true, value: { source: 'detail' } })
    expect(asked.map(request => request.url)).toEqual(Array(2).fill(`https://gw.example/corp/v1/jobs/${aGridId}`))
    expect(asked[0]?.headers).toEqual({ authorization: `Bearer ${aKey}` })
  })

  it('claims that it cannot write', () => {
    const { api } = aClient()
    expect(api.writing).toBeNull()
    expect(api.capabilities).toMatchObject({ create: false, postProgress: false })
  })

  it.each(['', '..', 'enrichment-1', `${aGridId}x`])('E18: refuses %j before asking', async id => {
    const { api, asked } = aClient()
    expect(await api.readStatus(id)).toMatchObject({ ok: false, fault: { kind: 'rejected', status: 0 } })
    expect(asked).toEqual([])
  })

  it('E18: asks for an id in capitals in small letters', async () => {
    const { api, asked } = aClient(anAnswer(aGridJob()))
    expect(await api.readStatus(aGridId.toUpperCase())).toMatchObject({ ok: true })
    expect(asked[0]?.url.endsWith(aGridId)).toBe(true)
  })

  it('E20: names no permission, since the vendor names none', async () => {
    const { api } = aClient(bad({ kind: 'forbidden', permission: null, said: 'No' }))
    expect(await api.readStatus(aGridId)).toEqual({
      ok: false,
      fault: { kind: 'forbidden', permission: null, said: 'No' },
    })
  })
})
