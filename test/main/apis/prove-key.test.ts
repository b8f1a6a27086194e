import { describe, expect, it } from 'vitest'
import { impossibleJobId, proveKey } from '../../../src/main/apis/prove-key'
import { bad, type Fault, good } from '../../../src/shared/fault'
import { checkJobId } from '../../../src/shared/job-id'

const answering = (fault: Fault) => ({ readStatus: async () => bad(fault) })

describe('the proof of a key', () => {
  it('accepts a key when the server says that there is no such job', async () => {
    expect(await proveKey(answering({ kind: 'not-found', said: null }))).toEqual({ kind: 'accepted' })
  })

  it.each<Fault>([
    { kind: 'unauthorized', said: 'Invalid API key' },
    { kind: 'forbidden', permission: 'job:read', said: null },
  ])('refuses a key with the reason: $kind', async fault => {
    expect(await proveKey(answering(fault))).toEqual({ kind: 'refused', fault })
  })

  it.each<Fault>([
    { kind: 'unreachable', cause: 'connect', reason: 'ECONNREFUSED', mayHaveArrived: false },
    { kind: 'server', status: 503, retryAfterMs: null },
    { kind: 'not-the-api', contentType: 'text/html' },
    { kind: 'rejected', status: 422, complaints: [], said: null },
    { kind: 'rate-limited', retryAfterMs: 1_000 },
  ])('proves nothing when the answer is about something else: $kind', async fault => {
    expect(await proveKey(answering(fault))).toEqual({ kind: 'unproven', fault })
  })

  it('asks for an id that either vendor would take', async () => {
    const asked: string[] = []
    await proveKey({
      readStatus: async jobId => {
        asked.push(jobId)
        return good({ source: 'status', facts: { status: '', phase: 'unknown', outcome: null }, bytes: 0 })
      },
    })
    expect(asked).toEqual([impossibleJobId])
    expect(checkJobId('retailgrid', impossibleJobId).ok).toBe(true)
    expect(checkJobId('merchantops', impossibleJobId).ok).toBe(true)
  })
})
