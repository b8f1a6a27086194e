import { describe, expect, it } from 'vitest'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { withLedger } from '../../support/a-teller'
import { aJob, anEndedJob, aWatchedJob } from '../../support/builders'

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

  it('that goes on is summed up every fifteen seconds, and what is few at its end told one by one', async () => {
    const { decide, clock, titles } = withLedger()
    for (let at = 0; at < 20; at += 1) {
      decide(1)
      await clock.pass(second)
    }
    await clock.pass(6 * second)
    expect(titles()).toEqual(['Notice 1', 'Notice 2', 'Notice 3', '15 more jobs ended', 'Notice 19', 'Notice 20'])
  })

  it.each([4, 5, 6])(
    'of %i is told one by one, the last ones a little later, and after a pause all begins anew',
    async many => {
      const { decide, clock, titles } = withLedger()
      decide(many)
      await clock.pass(12 * second)
      decide(1)
      await clock.pass(0)
      expect(titles()).toEqual(Array.from({ length: many + 1 }, (_, index) => `Notice ${index + 1}`))
    },
  )

  it('that is summed up names the failures in it', async () => {
    const { decide, clock, cards } = withLedger()
    decide(3)
    decide(5, { outcome: 'succeeded', title: 'Crawl finished' })
    decide(1, { outcome: 'failed', title: 'Crawl failed' })
    await clock.pass(6 * second)
    expect(cards[3]).toMatchObject({
      title: '6 more jobs ended',
      body: '5 finished, 1 failed\nCrawl failed · enrichment-9 · Outfitters',
    })
  })

  it('forgets what was muted while it waited', async () => {
    const { decide, clock, cards, board, how } = withLedger()
    decide(5)
    board.putJobs([aWatchedJob({ ref: { connectionId: 'c1', jobId: 'enrichment-5' }, muted: true })])
    await clock.pass(6 * second)
    expect([cards.length, how().filter(said => said === 'the job is muted').length]).toEqual([4, 1])
  })
})

describe('first failures', () => {
  const first = { kind: 'first-failure', outcome: null } as const
  const jobOf = (nth: number, own: Partial<WatchedJob>) =>
    aWatchedJob({ ref: { connectionId: 'c1', jobId: `enrichment-${nth}` }, ...own })

  it('of many jobs within a minute are one at once, and one for all the others', async () => {
    const { decide, clock, cards } = withLedger()
    for (let nth = 0; nth < 6; nth += 1) {
      decide(1, first)
      await clock.pass(8 * second)
    }
    await clock.pass(20 * second)
    expect(cards.map(({ title, body }) => [title, body])).toMatchObject([
      ['Notice 1', expect.anything()],
      ['5 more jobs with first failures', expect.stringContaining('Notice 2 · enrichment-2 · Outfitters')],
    ])
  })

  it('do not keep an ending waiting', async () => {
    const { decide, clock, titles } = withLedger()
    decide(4, first)
    decide(1)
    await clock.pass(0)
    expect(titles()).toEqual(['Notice 1', 'Notice 5'])
  })

  it('that waited are overtaken by many failures of the same job', async () => {
    const { decide, clock, titles, how } = withLedger()
    decide(3, first)
    decide(1, { kind: 'failure-rate', outcome: null, ref: { connectionId: 'c1', jobId: 'enrichment-2' } })
    await clock.pass(60 * second)
    expect(titles()).toEqual(['Notice 1', 'Notice 4', 'Notice 3'])
    expect(how()[1]).toBe('no longer so')
  })

  it('that waited while their job ended are not told: its ending is', async () => {
    const { decide, clock, titles, board, how, journal } = withLedger()
    decide(3, first)
    board.putJobs([jobOf(2, { job: anEndedJob() }), jobOf(3, { job: aJob() })])
    await clock.pass(60 * second)
    expect([titles(), how()]).toEqual([
      ['Notice 1', 'Notice 3'],
      ['shown', 'no longer so', 'shown'],
    ])
    expect(journal.notices.newest(3).map(({ seen }) => seen)).toEqual([false, true, false])
  })
})

it('a stall that is over before it could be told is not told', async () => {
  const { decide, clock, titles, board } = withLedger()
  const ref = { connectionId: 'c1', jobId: 'enrichment-4' }
  decide(3)
  board.putJobs([aWatchedJob({ ref, stalledSince: '2026-03-02T11:00:00.000Z' })])
  decide(1, { kind: 'stalled', outcome: null })
  board.putJobs([aWatchedJob({ ref, stalledSince: null })])
  await clock.pass(10 * second)
  expect(titles()).toEqual(['Notice 1', 'Notice 2', 'Notice 3'])
})
