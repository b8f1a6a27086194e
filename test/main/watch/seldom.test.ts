import { describe, expect, it } from 'vitest'
import { seldom } from '../../../src/main/watch/seldom'
import { fakeClock } from '../../support/fake-clock'

function aSeldom() {
  const clock = fakeClock()
  const done: number[] = []
  const ask = seldom(1_000, clock, () => done.push(clock.monotonic()))
  return { clock, done, ask }
}

describe('what is done seldom', () => {
  it('is done at once, and a wish made soon after it when the time is up', async () => {
    const { clock, done, ask } = aSeldom()
    const begun = clock.monotonic()
    ask()
    expect(done).toEqual([begun])
    await clock.pass(300)
    ask()
    ask()
    expect(done).toHaveLength(1)
    await clock.pass(5_000)
    expect(done).toEqual([begun, begun + 1_000])
  })

  it('is done at once again after a quiet time', async () => {
    const { clock, done, ask } = aSeldom()
    ask()
    await clock.pass(1_000)
    ask()
    expect(done).toHaveLength(2)
    await clock.pass(5_000)
    expect(done).toHaveLength(2)
  })
})
