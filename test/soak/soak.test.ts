import { describe, expect, it } from 'vitest'
import { aConnection, aJob, aWatchedJob } from '../support/builders'
import { overdue } from './overdue'
import { reportOf } from './report'
import type { Sample } from './sample'
import { slope } from './slope'

const now = Date.parse('2026-03-02T12:00:00Z')
const ago = (seconds: number): string => new Date(now - seconds * 1_000).toISOString()

describe('a job is overdue', () => {
  const late = aWatchedJob({ triedAt: ago(200) })
  it.each([
    ['when two intervals have gone by', late, 1],
    ['not before', aWatchedJob({ triedAt: ago(100) }), 0],
    ['not so soon when it has stalled', { ...late, stalledSince: ago(900) }, 0],
    ['not when it has ended', aWatchedJob({ triedAt: ago(9_999), job: aJob({ phase: 'ended' }) }), 0],
    [
      'not while it has a fault of its own',
      { ...late, fault: { fault: { kind: 'server', status: 500, retryAfterMs: null }, since: ago(60) } as const },
      0,
    ],
  ])('%s', (_name, watched, many) => {
    expect(overdue([watched], [], now).overdue).toHaveLength(many)
  })

  it('not while its connection waits', () => {
    const connection = {
      ...aConnection({ id: late.ref.connectionId }),
      keyState: 'has-key',
      fault: null,
      waitsUntil: ago(-60),
    } as const
    expect(overdue([late], [connection], now)).toEqual({ overdue: [], crowded: 0, checked: 0, excused: 1 })
  })
})

it('a job is not overdue when its connection was held back until a moment ago, and is when that is long ago', () => {
  const late = aWatchedJob({ triedAt: ago(500) })
  const heldAt = (seconds: number) => new Map([[late.ref.connectionId, now - seconds * 1_000]])
  expect([100, 200].map(seconds => overdue([late], [], now, heldAt(seconds)).overdue.length)).toEqual([0, 1])
})

it('a job at a crowded server is late for want of room, and one that was asked about is not late', () => {
  const late = aWatchedJob({ triedAt: ago(200) })
  const crowded = overdue([late], [], now, new Map(), new Set([late.ref.connectionId]))
  expect([crowded.overdue.length, crowded.crowded]).toEqual([0, 1])
  const asked = overdue([late], [], now, new Map(), new Set(), () => now - 50_000)
  expect([asked.overdue.length, asked.crowded]).toEqual([0, 0])
})

it('the slope is that of the nearest straight line', () => {
  expect(slope([0, 1, 2, 3].map(x => ({ x, y: 5 + 2 * x })))).toBeCloseTo(2)
  expect(slope([])).toBe(0)
})

describe('the report', () => {
  const run = { minutes: 1, haste: 60, jobs: 2, died: null }
  const sample = (hours: number, own: Partial<Sample> = {}): Sample => ({
    hours,
    heap: 2 ** 24,
    rss: 2 ** 27,
    unhandled: 0,
    notices: 3,
    keysEntered: 1,
    pace: '',
    crowded: 0,
    overdue: [],
    checked: 2,
    excused: 0,
    active: 2,
    ended: 0,
    complaints: [],
    ...own,
  })
  const hours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

  it('is good when nothing was late, unhandled or growing', () => {
    expect(
      reportOf(
        hours.map(hour => sample(hour)),
        run,
      ).good,
    ).toBe(true)
  })

  it.each([
    ['the heap grows by a megabyte an hour', (hour: number) => sample(hour, { heap: 2 ** 24 + hour * 2 ** 20 })],
    ['one job was late once', (hour: number) => sample(hour, { overdue: hour === 4 ? ['soak-1'] : [] })],
    ['a rejection was left unhandled', (hour: number) => sample(hour, { unhandled: hour > 8 ? 1 : 0 })],
  ])('is bad when %s', (_name, each) => {
    expect(reportOf(hours.map(each), run).good).toBe(false)
  })

  it('is bad when the watcher died', () => {
    expect(
      reportOf(
        hours.map(hour => sample(hour)),
        { ...run, died: 1 },
      ).good,
    ).toBe(false)
  })
})
