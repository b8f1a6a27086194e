import { describe, expect, it } from 'vitest'
import { withLedger } from '../../support/a-teller'

const second = 1_000

describe('a burst (fault 47)', () => {
  it('of five hundred endings is three notifications and one that sums up the rest', async () => {
    const { decide, clock, cards, titles, how } = withLedger()
    decide(500, { outcome: 'succeeded' })
    await clock.pass(6 * second - 1)
    expect(titles()).toEqual(['Notice 1', 'Notice 2', 'Notice 3'])
    await clock.pass(1)
    expect(cards.slice(3)).toMatchObject([
      { title: '497 more jobs ended', body: '497 finished', place: { view: 'inbox' }, ids: { length: 497 } },
    ])
    expect(how().filter(said => said === 'shown in a summary')).toHaveLength(497)
  })

  it('that goes on is summed up every fifteen seconds, without single ones in between', async () => {
    const { decide, clock, titles } = withLedger()
    for (let at = 0; at < 20; at += 1) {
      decide(1)
      await clock.pass(second)
    }
    await clock.pass(6 * second)
    expect(titles()).toEqual(['Notice 1', 'Notice 2', 'Notice 3', '15 more jobs ended', '2 more jobs ended'])
  })

  it('of four shows the last one as it is, and after a pause all begins anew', async () => {
    const { decide, clock, titles } = withLedger()
    decide(4)
    await clock.pass(12 * second)
    decide(1)
    await clock.pass(0)
    expect(titles()).toEqual(['Notice 1', 'Notice 2', 'Notice 3', 'Notice 4', 'Notice 5'])
  })
})
