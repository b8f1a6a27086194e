import { describe, expect, it } from 'vitest'
import { heldUntil, quietUntil } from '../../../src/main/telling/hold'
import { defaultSettings } from '../../../src/shared/settings'

/** On the computer's own clock, whichever zone it is in. */
const at = (hours: number, minutes = 0, day = 10) => new Date(2026, 5, day, hours, minutes)

describe('quiet hours', () => {
  const night = { from: '22:00', to: '08:00' }
  it.each([
    [at(21, 59), null],
    [at(22), at(8, 0, 11)],
    [at(23, 30), at(8, 0, 11)],
    [at(0), at(8)],
    [at(7, 59), at(8)],
    [at(8), null],
  ])('over midnight, at %s', (now, end) => expect(quietUntil(night, now)).toEqual(end))

  it.each([
    [at(11, 59), null],
    [at(12), at(13, 30)],
    [at(13, 29), at(13, 30)],
    [at(13, 30), null],
  ])('at noon, at %s', (now, end) => expect(quietUntil({ from: '12:00', to: '13:30' }, now)).toEqual(end))

  it('from a time to the same time are none', () =>
    expect(quietUntil({ from: '08:00', to: '08:00' }, at(8))).toBeNull())
})

it('what ends last counts, and what is over does not', () => {
  const quietHours = { from: '22:00', to: '08:00' }
  const until = (snoozed: Date | null, now: Date) =>
    heldUntil({ ...defaultSettings, quietHours, snoozedUntil: snoozed === null ? null : snoozed.toISOString() }, now)
  expect([until(null, at(12)), until(at(11), at(12)), until(at(13), at(12))]).toEqual([null, null, at(13)])
  expect([until(at(9), at(7)), until(at(7, 30), at(7))]).toEqual([at(9), at(8)])
})
