import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thinned } from '../../../src/main/watch/thinning'
import type { TimelineEntry } from '../../../src/shared/timeline'
import { aMoment } from '../../support/builders'

const noon = Date.parse('2026-03-02T12:00:00Z')
const at = (second: number) => new Date(noon + second * 1_000).toISOString()
const run = (length: number, own: (index: number) => Partial<TimelineEntry>): readonly TimelineEntry[] =>
  Array.from({ length }, (_, index) => aMoment({ at: at(index * 5), processed: index, ...own(index) }))

describe('thinning', () => {
  it('keeps as many as it may, spread over the whole, with the first and the last', () => {
    const all = run(5_000, () => ({}))
    const kept = thinned(all, 100)
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, all[0], all.at(-1)])
    const widest = Math.max(
      ...kept.slice(1).map((entry, index) => (entry.processed ?? 0) - (kept[index]?.processed ?? 0)),
    )
    expect(widest).toBeLessThan(150)
  })

  it('keeps each change of status and stage, each gap and each turn of the counts', () => {
    const told = (index: number): Partial<TimelineEntry> => ({
      stage: index < 400 ? 'read' : 'write',
      status: index < 30 ? 'queued' : 'in_progress',
      unseenSince: index === 700 ? at(3_000) : null,
      processed: index === 555 ? 5 : index,
      failed: index === 222 ? 9 : 0,
    })
    const kept = new Set(thinned(run(1_000, told), 60).map(entry => Date.parse(entry.at) / 1_000 - noon / 1_000))
    for (const index of [30, 400, 700, 554, 555, 222]) expect(kept, String(index)).toContain(index * 5)
  })

  it('keeps a knee in the curve', () => {
    const all = run(1_000, index => ({ processed: index < 511 ? index * 10 : 5_110 }))
    const nearest = Math.min(...thinned(all, 30).map(entry => Math.abs((Date.parse(entry.at) - noon) / 5_000 - 511)))
    expect(nearest).toBeLessThanOrEqual(1)
  })

  it('keeps within its bounds whatever happened, in order, with both ends', () => {
    const entry = fc.record({
      processed: fc.option(fc.integer({ min: 0, max: 50 })),
      stage: fc.constantFrom(null, 'a', 'b'),
      step: fc.integer({ min: 0, max: 900 }),
    })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 3, maxLength: 300 }), fc.integer({ min: 3, max: 80 }), (list, most) => {
        let second = 0
        const all = list.map(({ processed, stage, step }) => {
          second += step
          return aMoment({ at: at(second), processed, stage })
        })
        const kept = thinned(all, most)
        expect(kept.length).toBe(Math.min(most, all.length))
        expect([kept[0], kept.at(-1)]).toEqual([all[0], all.at(-1)])
        const places = kept.map(one => all.indexOf(one))
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
      }),
    )
  })
})
