import { describe, expect, it } from 'vitest'
import { hostPause, nextLook } from '../../../src/main/watch/cadence'
import type { Fault } from '../../../src/shared/fault'
import { aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'

const noon = '2026-03-02T12:00:00.000Z'
const start = new Date(noon).getTime()
const minute = 60_000
const troubled = (fault: Fault) => aWatchedJob({ fault: { fault, since: noon } })

describe('when to look again', () => {
  it('looks at a new job at once, and at an active one at the chosen interval', () => {
    expect(nextLook(anUnseenJob(), 0, start, 5_000)).toBe(0)
    expect(nextLook(aWatchedJob(), 0, start, 5_000)).toBe(5_000)
  })

  it('E2: looks slowly at a status it does not know', () => {
    expect(nextLook(aWatchedJob({ job: aJob({ phase: 'unknown' }) }), 0, start, 5_000)).toBe(minute)
  })

  it('E13: looks 1, 5 and 30 minutes after an ending, then never again', () => {
    const looked = (minutes: number) =>
      aWatchedJob({
        job: anEndedJob(),
        endedSeenAt: noon,
        triedAt: new Date(start + minutes * minute).toISOString(),
      })
    const next = (minutes: number) => nextLook(looked(minutes), 0, start + minutes * minute, 5_000)
    expect([next(0), next(1), next(5), next(30)]).toEqual([minute, 4 * minute, 25 * minute, null])
  })

  it('catches up at once when the app was off at the time of such a look', () => {
    const ended = aWatchedJob({ job: anEndedJob(), endedSeenAt: noon, triedAt: noon })
    expect(nextLook(ended, 0, start + 3 * minute, 5_000)).toBe(0)
  })

  it('never looks at a job that is gone', () => {
    expect(nextLook(aWatchedJob({ gone: true }), 0, start, 5_000)).toBeNull()
  })

  it('waits as long as the server asks', () => {
    expect(nextLook(troubled({ kind: 'rate-limited', retryAfterMs: 90_000 }), 1, start, 5_000)).toBe(90_000)
    expect(nextLook(troubled({ kind: 'rate-limited', retryAfterMs: null }), 1, start, 5_000)).toBe(minute)
    expect(nextLook(troubled({ kind: 'server', status: 503, retryAfterMs: 120_000 }), 1, start, 5_000)).toBe(120_000)
  })

  it.each<[Fault, number]>([
    [{ kind: 'rate-limited', retryAfterMs: 90_000 }, 90_000],
    [{ kind: 'rate-limited', retryAfterMs: null }, minute],
    [{ kind: 'server', status: 503, retryAfterMs: 7_000 }, 7_000],
    [{ kind: 'server', status: 500, retryAfterMs: null }, 0],
    [{ kind: 'not-found', said: null }, 0],
  ])('E22: %j keeps every look from its server for %i ms', (fault, ms) => {
    expect(hostPause(fault)).toBe(ms)
  })

  it('doubles its wait with each failure in a row, up to a minute', () => {
    const offline = troubled({ kind: 'unreachable', cause: 'timeout', reason: '', mayHaveArrived: true })
    expect([1, 2, 3, 4, 50].map(failures => nextLook(offline, failures, start, 5_000))).toEqual([
      10_000, 20_000, 40_000, 60_000, 60_000,
    ])
  })
})
