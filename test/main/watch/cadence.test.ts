import { describe, expect, it } from 'vitest'
import {
  type Circumstances,
  type Course,
  isSwept,
  nextEndingLook,
  nextLook,
  usualPause,
} from '../../../src/main/watch/cadence'
import type { Fault } from '../../../src/shared/fault'
import { aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'

const noon = '2026-03-02T12:00:00.000Z'
const second = 1_000
const minute = 60 * second
const troubled = (fault: Fault) => aWatchedJob({ fault: { fault, since: noon } })
const old: Course = { quiet: 0, failures: 0, isOpen: false, age: 60 * minute }
const shown: Circumstances = { pace: 'normal', inView: true, sparing: false }
const hidden: Circumstances = { pace: 'normal', inView: false, sparing: true }
const poor = (random: number) => ({ random: () => random, mayHurry: () => false })
const rich = (random: number) => ({ random: () => random, mayHurry: () => true })
const afterQuiet = (around: Circumstances, own: Partial<Course> = {}) =>
  [0, 1, 2, 3, 4, 5, 6, 50].map(quiet => usualPause(aWatchedJob(), { ...old, ...own, quiet }, around) / second)

describe('a running job', () => {
  it('is looked at every 5 s while it moves and the window can be seen, then half as often again each time, to 30 s', () => {
    expect(afterQuiet(shown)).toEqual([5, 7.5, 11.25, 16.875, 25.3125, 30, 30, 30])
  })

  it('is looked at every 10 s while the window is hidden, and every minute when nothing moves', () => {
    expect(afterQuiet(hidden)).toEqual([10, 15, 22.5, 33.75, 50.625, 60, 60, 60])
  })

  it('is looked at every minute when nothing moves on battery, be the window open', () => {
    expect(afterQuiet({ ...shown, sparing: true }).at(-1)).toBe(60)
  })

  it('is looked at every 5 s while it moves for its first two minutes, also while the window is hidden (issue 5)', () => {
    expect(afterQuiet(hidden, { age: 2 * minute - 1 })).toEqual([
      5, 7.5, 11.25, 16.875, 25.3125, 37.96875, 56.953125, 60,
    ])
    expect(afterQuiet(hidden, { age: 2 * minute })[0]).toBe(10)
  })

  it('is looked at every 5 s while its own page is open, whether it moves or not', () => {
    expect(afterQuiet(shown, { isOpen: true })).toEqual([5, 5, 5, 5, 5, 5, 5, 5])
  })

  it.each([
    ['gentle', 20, 60, 600],
    ['normal', 5, 30, 300],
    ['brisk', 2, 10, 120],
  ] as const)('at the pace %s waits %i s, at most %i s, and %i s when it has stalled', (pace, fast, still, slow) => {
    const around = { ...shown, pace }
    const stalled = aWatchedJob({ stalledSince: noon })
    expect(usualPause(aWatchedJob(), old, around)).toBe(fast * second)
    expect(usualPause(aWatchedJob(), { ...old, quiet: 50 }, around)).toBe(still * second)
    expect(usualPause(stalled, old, around)).toBe(slow * second)
  })

  it('is looked at a fifth sooner or later than that, by chance, but never within 2 s', () => {
    const wait = (random: number, around = shown) => nextLook(aWatchedJob(), old, around, poor(random))
    expect([wait(0), wait(0.5), wait(1)]).toEqual([4_000, 5_000, 6_000])
    expect(wait(0, { ...shown, pace: 'brisk' })).toBe(2_000)
  })

  it('of an unknown status (fault 21, E2), or stalled, is looked at every five minutes', () => {
    expect(usualPause(aWatchedJob({ job: aJob({ phase: 'unknown' }) }), old, shown)).toBe(5 * minute)
    expect(usualPause(aWatchedJob({ stalledSince: noon }), old, shown)).toBe(5 * minute)
  })
})

describe('an ended job', () => {
  it('E13: is looked at 1, 5 and 30 minutes after its ending, then never again', () => {
    expect([0, 1, 5, 29.9, 30, 9_999].map(minutes => nextEndingLook(minutes * minute))).toEqual(
      [1, 5, 30, 30, null, null].map(minutes => minutes && minutes * minute),
    )
  })

  it('is not swept, nor is one that is gone or forbidden', () => {
    const forbidden = troubled({ kind: 'forbidden', permission: null, said: null })
    const offline = troubled({ kind: 'unreachable', cause: 'name', reason: '', mayHaveArrived: false })
    const all = [aWatchedJob(), anUnseenJob(), offline, aWatchedJob({ job: anEndedJob() }), forbidden]
    expect([...all, aWatchedJob({ gone: true })].map(isSwept)).toEqual([true, true, true, false, false, false])
  })
})

describe('after a fault', () => {
  const wait = (fault: Fault, failures = 1, chance = poor(0.5), own: Partial<Course> = {}) =>
    nextLook(troubled(fault), { ...old, ...own, failures }, shown, chance)

  it('fault 2: a job that is forbidden is asked about every quarter of an hour, never sooner', () => {
    const fault: Fault = { kind: 'forbidden', permission: 'job:read', said: null }
    expect([0, 1].map(random => wait(fault, 1, rich(random)))).toEqual([15 * minute, 18 * minute])
  })

  it('fault 3: a job that is not found is asked about once more after more than thirty seconds', () => {
    expect([0, 1].map(random => wait({ kind: 'not-found', said: null }, 1, rich(random)))).toEqual([35_000, 42_000])
  })

  it('fault 4: one that never was found is asked about ever more rarely, up to five minutes', () => {
    const fault: Fault = { kind: 'not-found', said: null }
    const never = anUnseenJob({ fault: { fault, since: noon } })
    const waits = [1, 2, 3, 50].map(failures => nextLook(never, { ...old, failures }, shown, poor(0)))
    expect(waits).toEqual([35_000, 52_500, 78_750, 5 * minute])
  })

  it.each<Fault>([
    { kind: 'rejected', status: 422, complaints: [], said: null },
    { kind: 'moved', status: 302, toOrigin: null },
  ])('fault 5, 30: %j makes no storm of retries', fault => {
    expect([1, 9].map(failures => wait(fault, failures, rich(0)))).toEqual([5 * minute, 5 * minute])
  })

  const transient: readonly Fault[] = [
    { kind: 'server', status: 500, retryAfterMs: null },
    { kind: 'unreachable', cause: 'cut', reason: '', mayHaveArrived: true },
    { kind: 'garbled', what: 'it is not whole JSON' },
    { kind: 'not-the-api', contentType: 'text/html' },
  ]

  it.each(transient)('%j is followed by anything from 2 s to a limit that doubles, up to five minutes', fault => {
    const limits = [1, 2, 3, 4, 8, 9, 50].map(failures => wait(fault, failures, rich(1)))
    expect(limits).toEqual([2, 4, 8, 16, 256, 300, 300].map(s => s * second))
    expect(wait(fault, 9, rich(0))).toBe(2_000)
  })

  it.each(transient)('%j is looked at no sooner than usual when nothing is left of the budget', fault => {
    expect([1, 2, 3].map(failures => wait(fault, failures, poor(0)))).toEqual([4_000, 4_000, 4_000])
    expect(wait(fault, 9)).toBe(150_000)
  })

  it('never is a job that is gone looked at', () => {
    expect(nextLook(aWatchedJob({ gone: true }), old, shown, rich(0))).toBeNull()
  })

  it('of any kind, the next look is two seconds away or more', () => {
    const faults: readonly Fault[] = [
      ...transient,
      { kind: 'unauthorized', said: null },
      { kind: 'no-key', why: 'none' },
    ]
    for (const fault of [...faults, { kind: 'rate-limited', retryAfterMs: 0 } as const]) {
      expect(wait(fault, 1, rich(0))).toBeGreaterThanOrEqual(2_000)
    }
  })
})
