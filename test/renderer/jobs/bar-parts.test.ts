import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barParts } from '../../../src/renderer/jobs/bar-parts'
import { aJob, anEndedJob } from '../../support/builders'

const server = (value: number) => ({ value, source: 'server' }) as const
const unsaid = { value: null, source: 'none' } as const

describe('the parts of a bar', () => {
  test.each([
    [
      'processed, warned and failed side by side',
      { processed: 50, warned: 5, failed: 10, percent: server(60) },
      [45, 5, 10],
    ],
    ['the server’s figure where it sends no counts', { total: null, processed: null, percent: server(30) }, [30, 0, 0]],
    [
      'a count past the total fills the bar and no more',
      { processed: 900, failed: 0, percent: server(100) },
      [100, 0, 0],
    ],
    ['failed items counted among the processed', { processed: 100, failed: 12, percent: server(100) }, [88, 0, 12]],
    ['all failed', { processed: 0, failed: 100, percent: server(0) }, [0, 0, 100]],
  ])('%s', (_what, own, [processed, warned, failed]) => {
    expect(barParts(aJob({ warned: 0, ...own }))).toEqual({ processed, warned, failed })
  })

  test('nobody can say how far it is: no parts', () => {
    expect(barParts(aJob({ total: 0, processed: 0, percent: unsaid }))).toBeNull()
  })

  test('a good ending is full even with nothing to count', () => {
    expect(barParts(anEndedJob({ total: 0, processed: 0, percent: unsaid }))).toEqual({
      processed: 100,
      warned: 0,
      failed: 0,
    })
  })

  test.each([
    ['closed early', { outcome: 'succeeded', processed: 620, total: 1_000, percent: server(100) }, [62, 0, 0]],
    ['closed early, warned', { outcome: 'warned', processed: 500, total: 1_000, warned: 100 }, [40, 10, 0]],
    ['failed on the way', { outcome: 'failed', processed: 50, failed: 10, percent: server(100) }, [50, 0, 10]],
    ['through, all told', { outcome: 'succeeded', processed: 97, failed: 3, percent: server(97) }, [97, 0, 3]],
  ] as const)('an ended job’s bar ends where its items end: %s', (_what, own, [processed, warned, failed]) => {
    expect(barParts(anEndedJob({ warned: 0, ...own }))).toEqual({ processed, warned, failed })
  })

  test('never more than the bar, never less than nothing, whatever a server reports', () => {
    const figure = fc.oneof(fc.constant(null), fc.double({ noNaN: true, min: -1e12, max: 1e12 }))
    fc.assert(
      fc.property(figure, figure, figure, figure, figure, (total, processed, failed, warned, value) => {
        const parts = barParts(aJob({ total, processed, failed, warned, percent: { value, source: 'server' } }))
        if (parts === null) return
        const shares = [parts.processed, parts.warned, parts.failed]
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(0)
        expect(shares.reduce((sum, share) => sum + share)).toBeLessThanOrEqual(100.000001)
      }),
      { numRuns: 1_000 },
    )
  })
})
