import { describe, expect, it } from 'vitest'
import { bandsOf, chartData } from '../../../src/renderer/job/course/chart-data'
import { type TimelineEntry, timelineOf } from '../../../src/shared/timeline'

const start = Date.parse('2026-03-02T12:00:00Z')
const minute = 60_000
const iso = (at: number) => new Date(start + at * minute).toISOString()
const entry = (at: number, own: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at: iso(at),
  unseenSince: null,
  epoch: 0,
  status: 'in_progress',
  phase: 'running',
  stage: null,
  message: null,
  percent: null,
  total: 100,
  processed: at * 10,
  failed: at,
  warned: 0,
  ...own,
})
const drawn = (entries: readonly TimelineEntry[], unseenSince: string | null = null, now = 4) =>
  chartData(timelineOf(entries, unseenSince, start + now * minute), start + now * minute)

describe('the chart of a job', () => {
  it('has a point for each moment and one for now while it goes on', () => {
    const data = drawn([entry(0), entry(2)])
    expect(data?.times.map(time => (time * 1_000 - start) / minute)).toEqual([0, 2, 4])
    expect([data?.processed, data?.failed, data?.unit]).toEqual([[0, 20, 20], [0, 2, 2], 'items'])
  })

  it('ends where the job ended', () => {
    const data = drawn([entry(0), entry(2, { phase: 'ended', status: 'completed' })])
    expect(data?.processed).toEqual([0, 20])
  })

  it('is broken where nobody looked, and does not go on while nobody looks', () => {
    expect(drawn([entry(0), entry(3, { unseenSince: iso(1) })])?.processed).toEqual([0, null, 30, 30])
    expect(drawn([entry(0), entry(1)], iso(1))?.processed).toEqual([0, 10])
  })

  it('keeps its times in order, as the drawing needs them', () => {
    const times = drawn([entry(0), entry(3, { unseenSince: iso(1) })])?.times ?? []
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
  })

  it('shows percent where there are no counts', () => {
    const none = { total: null, processed: null, failed: null }
    const data = drawn([entry(0, { ...none, percent: 10 }), entry(1, { ...none, percent: 40 })])
    expect([data?.unit, data?.processed]).toEqual(['percent', [10, 40, 40]])
  })

  it.each([
    ['nothing was seen', []],
    ['there is one moment, and it is over', [entry(1, { phase: 'ended' })]],
    ['nothing could be counted', [entry(0, { processed: null }), entry(1, { processed: null })]],
  ] as const)('is not drawn when %s', (_name, entries) => {
    expect(drawn(entries)).toBeNull()
  })

  it('has a band for each stage, the last up to now', () => {
    const { stages } = timelineOf([entry(0, { stage: 'read' }), entry(2, { stage: 'write' })], null, start + 5 * minute)
    expect(bandsOf(stages, start + 5 * minute).map(({ from, to, name }) => [name, (to - from) / 60])).toEqual([
      ['read', 2],
      ['write', 3],
    ])
  })
})
