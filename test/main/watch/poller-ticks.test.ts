import { describe, expect, it } from 'vitest'
import { aPoller, detail, ids, status } from '../../support/a-poller'

/** Ticks of a minute in which a hundred jobs that stand still are looked at. */
async function ticksInAMinute(inView: boolean): Promise<number> {
  let ticks = 0
  let seed = 1
  const { clock, poller, watch } = aPoller((_id, depth) => (depth === 'status' ? status() : detail()), {
    random: () => {
      seed = (seed * 16_807) % 2_147_483_647
      return seed / 2_147_483_647
    },
    around: () => ({ pace: 'normal', inView, sparing: !inView }),
    beforeTick: () => {
      ticks += 1
    },
  })
  watch(...ids(100))
  poller.start()
  await clock.pass(60_000)
  return ticks
}

describe('the poller wakes seldom', () => {
  it('at most once a second while nobody looks on, however many jobs fall due', async () => {
    const ticks = await ticksInAMinute(false)
    expect(ticks).toBeLessThanOrEqual(62)
    expect(ticks).toBeGreaterThan(20)
  })

  it('at most four times a second while the window can be seen', async () => {
    const ticks = await ticksInAMinute(true)
    expect(ticks).toBeLessThanOrEqual(242)
    expect(ticks).toBeGreaterThan(62)
  })
})
