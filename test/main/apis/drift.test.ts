import { describe, expect, it } from 'vitest'
import type { HttpPort } from '../../../src/main/apis/jobs-api'
import { jobsApis } from '../../../src/main/apis/registry'
import type { Vendor } from '../../../src/shared/connection'
import { good } from '../../../src/shared/fault'
import { wireIssue, wireJob } from '../../support/an-engine'
import { aConnection } from '../../support/builders'

const uuid = '7b0c3a52-1f4e-4d6a-9a63-0d2f5b1c8e90'

async function oddIn(vendor: Vendor, read: 'readStatus' | 'readDetail', json: unknown) {
  const http: HttpPort = async () => good({ status: 200, json, bytes: 300, serverTime: null })
  const api = jobsApis[vendor](aConnection({ vendor }), http, async () => good('key'))
  const answer = await api[read](vendor === 'retailgrid' ? uuid : 'enrichment-a')
  return answer.ok ? (answer.value.odd ?? []).map(({ kind, name }) => `${kind} ${name}`) : answer.fault.kind
}
const { job_type: _type, success_rate: _rate, ...status } = wireJob('enrichment-a')
const detail = (own: object) => wireJob('enrichment-a', own)
const grid = (own: object) => ({
  job_id: uuid,
  job_type: 'fill',
  status: 'done',
  created_at: '2026-03-02T12:00:00',
  ...own,
})

describe('what is odd about an answer', () => {
  it('is nothing where all is as the pages say', async () => {
    expect(await oddIn('merchantops', 'readStatus', status)).toEqual([])
    expect(
      await oddIn('merchantops', 'readDetail', detail({ errors: [wireIssue], metadata: { anything: 1 } })),
    ).toEqual([])
    expect(await oddIn('retailgrid', 'readStatus', grid({ progress: null }))).toEqual([])
  })

  it('is a status word nobody knows, also one that has ended (fault 21)', async () => {
    expect(await oddIn('merchantops', 'readStatus', { ...status, status: 'napping' })).toEqual([
      'unknown-status napping',
    ])
    const ended = detail({ status: 'vanished', completed_at: '2026-03-02T12:00:00' })
    expect(await oddIn('merchantops', 'readDetail', ended)).toEqual(['unknown-status vanished'])
  })

  it('is a field nobody knows, in the answer or in an entry of its lists (fault 20)', async () => {
    const json = detail({
      priority: 3,
      errors: [{ ...wireIssue, code: 7 }],
      reference_keys: [{ entity_type: 'p', key: 'k', url: '' }],
    })
    expect(await oddIn('merchantops', 'readDetail', json)).toEqual([
      'unknown-field priority',
      'unknown-field errors[].code',
      'unknown-field reference_keys[].url',
    ])
    expect(await oddIn('retailgrid', 'readDetail', grid({ eta: 1 }))).toEqual(['unknown-field eta'])
  })

  it('is a field of the wrong type, which costs only itself (fault 20)', async () => {
    const json = detail({ warned_items: {}, metadata: [], triggered_by: null, duration_seconds: '12' })
    expect(await oddIn('merchantops', 'readDetail', json)).toEqual(
      ['wrong-type metadata', 'wrong-type warned_items'].reverse(),
    )
  })

  it('is bounded and clean, whatever a server makes up', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`f\n${'x'.repeat(500)}${index}`, 1]))
    const odd = await oddIn('merchantops', 'readStatus', { ...status, ...many, ['__proto__']: 1 })
    expect(odd.length).toBe(20)
    for (const line of odd) expect(line).toMatch(/^[\x20-\x7e…]{1,100}$/)
  })
})
