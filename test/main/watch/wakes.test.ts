import { describe, expect, it } from 'vitest'
import { createWakes } from '../../../src/main/watch/wakes'
import { fakeClock } from '../../support/fake-clock'

const hour = 3_600_000

/** Wakes, and what they make a poller do: each deed with its time. */
function someWakes() {
  const clock = fakeClock()
  const deeds: string[] = []
  const deed = (what: string) => deeds.push(`${what} ${clock.monotonic()}`)
  const wakes = createWakes({
    clock,
    poller: {
      start: () => deed('start'),
      stop: () => deed('stop'),
      sweep: since => deed(`sweep since ${since} at`),
    },
  })
  return { clock, deeds, wakes }
}

describe('sleep and waking (fault 25)', () => {
  it('stop all looks, and make one sweep within two seconds, though each is told twice', async () => {
    const { clock, deeds, wakes } = someWakes()
    wakes.setPaused(false)
    await clock.pass(1_000)
    wakes.fellAsleep()
    wakes.fellAsleep()
    clock.shiftWall(8 * hour)
    await clock.pass(500)
    wakes.woke()
    wakes.woke()
    await clock.pass(60_000)
    expect(deeds).toEqual(['start 0', 'stop 1000', 'stop 1000', 'start 1500', 'start 1500', 'sweep since 1500 at 1700'])
  })

  it('make no second sweep worth anything when the second event comes late', async () => {
    const { clock, deeds, wakes } = someWakes()
    wakes.fellAsleep()
    wakes.woke()
    await clock.pass(10_000)
    wakes.woke()
    await clock.pass(10_000)
    expect(deeds.filter(deed => deed.startsWith('sweep'))).toEqual(['sweep since 0 at 200', 'sweep since 0 at 10200'])
  })

  it('do not take away a pause that a person chose', () => {
    const { deeds, wakes } = someWakes()
    wakes.setPaused(true)
    wakes.fellAsleep()
    wakes.woke()
    expect(deeds.filter(deed => deed.startsWith('start'))).toEqual([])
  })

  it('that were never told end by themselves after a minute awake, or at a gap of the wall clock', async () => {
    const { clock, deeds, wakes } = someWakes()
    wakes.setPaused(false)
    wakes.fellAsleep()
    await clock.pass(59_000)
    expect(deeds.at(-1)).toBe('stop 0')
    await clock.pass(2_000)
    expect(deeds.slice(-2)).toEqual(['start 60000', 'sweep since 60000 at 60200'])
    wakes.look()
    clock.shiftWall(31_000)
    wakes.look()
    wakes.look()
    await clock.pass(1_000)
    expect(deeds.slice(-2)).toEqual(['start 61000', 'sweep since 61000 at 61200'])
  })

  it('is one sweep with the unlocking and the network that come at the same time', async () => {
    const { clock, deeds, wakes } = someWakes()
    wakes.setPaused(false)
    await clock.pass(5_000)
    wakes.fellAsleep()
    wakes.woke()
    wakes.unlocked()
    wakes.networkBack()
    await clock.pass(30_000)
    expect(deeds.filter(deed => deed.startsWith('sweep'))).toEqual(['sweep since 4800 at 5200'])
  })
})

describe('a clock that is set (fault 24)', () => {
  it.each([-24 * hour, 29_000, -3_600_000])('by %i ms is no sleep', async ms => {
    const { clock, deeds, wakes } = someWakes()
    clock.shiftWall(ms)
    wakes.look()
    clock.shiftWall(29_000)
    wakes.look()
    await clock.pass(5_000)
    expect(deeds).toEqual([])
  })
})
