import { expect, it } from 'vitest'
import { pauseFor } from '../../../../src/main/watch/origin/pause'
import type { Fault } from '../../../../src/shared/fault'

const minute = 60_000
const limited = (retryAfterMs: number | null): Fault => ({ kind: 'rate-limited', retryAfterMs })
const broken = (retryAfterMs: number | null): Fault => ({ kind: 'server', status: 503, retryAfterMs })

it.each<[string, Fault, number]>([
  ['fault 7: a limit that names a time', limited(90_000), 90_000],
  ['fault 7: one that names more than an hour', limited(86_400_000), 60 * minute],
  ['fault 8: one whose date is past', limited(0), 2_000],
  ['fault 9: one that names no time, or none that can be read', limited(null), minute],
  ['fault 11: a server in trouble that names a time', broken(7_000), 7_000],
  ['fault 10: one that names none', broken(null), 0],
  ['a job that is not there', { kind: 'not-found', said: null }, 0],
])('E22, %s keeps every look from its server for that long', (_name, fault, ms) => {
  expect(pauseFor(fault, 0, 0)).toBe(ms)
})

it('is longer each time that a minute was not enough, up to five', () => {
  expect([0, 1, 2, 3, 50].map(before => pauseFor(limited(null), before, 0) / minute)).toEqual([1, 2, 4, 5, 5])
})

it('is at most a tenth longer by chance, and at most 5 s, and never shorter', () => {
  expect(pauseFor(limited(10_000), 0, 1)).toBe(11_000)
  expect(pauseFor(limited(3_000_000), 0, 1)).toBe(3_005_000)
})
