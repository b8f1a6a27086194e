import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isActive, outcomes, phases, refKey, shortId, worse } from '../../src/shared/job'

describe('the short form of an id', () => {
  it.each([
    ['enrichment-5f2c81d0', '5f2c81d0'],
    ['3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15', '3f2b8c1e'],
    ['3F2B8C1E-5D47-4A90-9E61-0C2D4B7F8A15', '3F2B8C1E'],
    ['crawl-7', 'crawl-7'],
    ['crawl', 'crawl'],
    ['a-b-c', 'a-b-c'],
    ['enrichment-', 'enrichment-'],
    ['0123456789abcdef', '…89abcdef'],
    ['job-0123456789abcdef', '…89abcdef'],
    ['日本語', '日本語'],
    ['', ''],
  ])('%j is %j', (id, short) => {
    expect(shortId(id)).toBe(short)
  })

  it('is short and never half a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), id => {
        const short = shortId(id)
        expect([...short].length).toBeLessThanOrEqual(12)
        expect(short).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
})

describe('the worse of two outcomes', () => {
  it('is the same either way round, and one of the two', () => {
    for (const a of outcomes) {
      for (const b of outcomes) {
        expect(worse(a, b)).toBe(worse(b, a))
        expect([a, b]).toContain(worse(a, b))
      }
    }
  })

  it.each([
    ['succeeded', 'failed', 'failed'],
    ['warned', 'partial', 'partial'],
    ['succeeded', 'warned', 'warned'],
    ['cancelled', 'failed', 'failed'],
    ['unknown', 'warned', 'warned'],
  ] as const)('of %s and %s is %s', (a, b, expected) => {
    expect(worse(a, b)).toBe(expected)
  })
})

it('a job is active until it has ended, an unknown state included', () => {
  expect(phases.filter(phase => isActive({ phase }))).toEqual(['queued', 'running', 'unknown'])
})

it('a key for a job tells any two jobs apart, also those of one id under two connections', () => {
  const connection = fc.oneof(fc.uuid(), fc.constantFrom('demo-1', 'demo-2'))
  const ref = fc.record({ connectionId: connection, jobId: fc.string({ unit: fc.constantFrom('/', 'a', '-', '1') }) })
  fc.assert(
    fc.property(ref, ref, (a, b) => {
      expect(refKey(a) === refKey(b)).toBe(a.connectionId === b.connectionId && a.jobId === b.jobId)
    }),
  )
})
