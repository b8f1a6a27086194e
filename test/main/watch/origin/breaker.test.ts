import { describe, expect, it } from 'vitest'
import {
  type Breaker,
  begun,
  closed,
  failed,
  opensAt,
  tryNow,
  undecided,
} from '../../../../src/main/watch/origin/breaker'

const second = 1_000
const afterFailures = (many: number, random = 1): Breaker =>
  Array.from({ length: many }).reduce<Breaker>(breaker => failed(breaker, false, 0, random), closed)
/** Each time it may be tried, one look tries and fails. */
const openings = (many: number, random: number): number[] => {
  let breaker = afterFailures(5, random)
  return Array.from({ length: many }, () => {
    const at = breaker.until
    breaker = failed(begun(breaker), true, at, random)
    return at / second
  })
}

describe('a breaker (fault 10)', () => {
  it('opens at the fifth failure in a row', () => {
    expect(opensAt(afterFailures(4))).toBe(Number.NEGATIVE_INFINITY)
    expect(opensAt(afterFailures(5))).toBe(10 * second)
  })

  it('takes nothing from what was under way when it opened', () => {
    const open = afterFailures(5)
    expect(failed(open, false, 9 * second, 1)).toBe(open)
  })

  it('lets one look try, and none beside it', () => {
    expect(opensAt(begun(afterFailures(5)))).toBe(Number.POSITIVE_INFINITY)
  })

  it('stays open for twice as long each time that fails, up to five minutes, and half of it for certain', () => {
    expect(openings(7, 1)).toEqual([10, 30, 70, 150, 310, 610, 910])
    expect(openings(7, 0)).toEqual([5, 15, 35, 75, 155, 305, 455])
  })

  it('may be tried anew when that look said nothing, or a person asks', () => {
    const open = afterFailures(5)
    expect(opensAt(undecided(begun(open), true))).toBe(open.until)
    expect(opensAt(tryNow(open, 3 * second))).toBe(3 * second)
    expect(opensAt(tryNow(begun(open), 3 * second))).toBe(Number.POSITIVE_INFINITY)
  })
})
