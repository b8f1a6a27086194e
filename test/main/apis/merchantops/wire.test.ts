import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { observeJob, observeStatus } from '../../../../src/main/apis/merchantops/translate'
import { wireJobSchema, wireStatusSchema } from '../../../../src/main/apis/merchantops/wire'
import { readWire } from '../../../../src/main/apis/reading'
import { aWireJob, aWireStatus } from '../builders'

const without = (json: Readonly<Record<string, unknown>>, field: string) =>
  Object.fromEntries(Object.entries(json).filter(([name]) => name !== field))

describe('an answer of MerchantOps', () => {
  it.each(Object.keys(aWireStatus()))('E42: a status without %s is garbled and says so', field => {
    expect(readWire(wireStatusSchema, without(aWireStatus(), field))).toEqual({
      ok: false,
      fault: { kind: 'garbled', what: `${field} is missing` },
    })
  })

  it.each(Object.keys(aWireJob()))('E42: a job without %s is garbled and says so', field => {
    expect(readWire(wireJobSchema, without(aWireJob(), field))).toEqual({
      ok: false,
      fault: { kind: 'garbled', what: `${field} is missing` },
    })
  })

  it.each<[string, unknown, string]>([
    ['total_items', 'many', 'total_items is not a number'],
    ['total_items', null, 'total_items is not a number'],
    ['processed_items', 'NaN', 'processed_items is not a number'],
    ['failed_items', [], 'failed_items is not a number'],
    ['status', 7, 'status is not text'],
    ['status', null, 'status is not text'],
    ['job_id', 7, 'job_id is not text'],
  ])('E42: %s as %j is garbled and says so', (field, value, what) => {
    expect(readWire(wireStatusSchema, aWireStatus({ [field]: value }))).toEqual({
      ok: false,
      fault: { kind: 'garbled', what },
    })
  })

  it('E42: a number may come as text', () => {
    const sent = aWireStatus({ total_items: '40', processed_items: ' 10 ', progress_percentage: '25.5' })
    expect(readWire(wireStatusSchema, sent)).toMatchObject({
      ok: true,
      value: { total_items: 40, processed_items: 10, progress_percentage: 25.5 },
    })
  })

  it('E35: fields nobody knows are passed over', () => {
    const read = readWire(wireStatusSchema, aWireStatus({ queue_position: 3, success_rate: {} }))
    expect(read).toEqual({ ok: true, value: aWireStatus() })
  })

  it('E42: an optional field of the wrong kind costs that field alone', () => {
    const spoilt = {
      warned_items: 'x',
      created_at: 7,
      duration_seconds: {},
      errors: {},
      metadata: [],
      triggered_by: false,
    }
    const read = readWire(wireJobSchema, aWireJob({ ...spoilt }))
    expect(read.ok && observeJob(read.value, 'detail', 1)).toEqual(
      observeJob(wireJobSchema.parse(aWireJob()), 'detail', 1),
    )
  })

  it.each([null, [], 'text', 7, [aWireStatus()]])('E23: %j is not the jobs API’s answer', json => {
    expect(readWire(wireStatusSchema, json)).toMatchObject({ ok: false, fault: { kind: 'garbled' } })
  })

  it('never throws on the way from JSON to an observation, whatever the JSON', () => {
    const odd = fc.jsonValue()
    const fields = [
      ...Object.keys(aWireJob()),
      'errors',
      'warnings',
      'metadata',
      'reference_keys',
      'created_at',
      'error_message',
    ]
    const spoilt = fc.record({ field: fc.constantFrom(...fields), value: odd }, { requiredKeys: ['field', 'value'] })
    fc.assert(
      fc.property(fc.array(spoilt, { maxLength: 4 }), odd, (changes, other) => {
        const json = aWireJob(Object.fromEntries(changes.map(({ field, value }) => [field, value])))
        for (const candidate of [json, other]) {
          const job = readWire(wireJobSchema, candidate)
          if (job.ok) JSON.stringify(observeJob(job.value, 'detail', 1))
          const status = readWire(wireStatusSchema, candidate)
          if (status.ok) JSON.stringify(observeStatus(status.value, 1))
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
