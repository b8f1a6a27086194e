import { describe, expect, it } from 'vitest'
import { journalOf } from '../../../src/main/journal/journal'
import { defaultSettings } from '../../../src/shared/settings'
import { aTeller, withLedger } from '../../support/a-teller'
import { aWatchedJob } from '../../support/builders'
import { journalInMemory } from '../../support/journal-in-memory'

const second = 1_000
const hour = 3_600 * second

describe('while nobody wants to be disturbed', () => {
  const night = { quietHours: { from: '00:00', to: '23:59' } }

  it.each([
    ['quiet hours', night, { quietHours: null }],
    ['a snooze', { snoozedUntil: '2026-03-02T13:00:00.000Z' }, { snoozedUntil: null }],
  ])('%s hold all back, and their end tells it once in one digest', async (_name, settings, over) => {
    const { decide, change, clock, cards, how, journal } = withLedger({ settings })
    decide(2, { outcome: 'succeeded' })
    decide(3)
    await clock.pass(10 * second)
    expect([cards, how(), journal.notices.held().length]).toEqual([[], [], 5])
    change(over)
    await clock.pass(hour)
    expect(cards).toMatchObject([
      { title: 'While you were away', body: expect.stringMatching(/^5 jobs ended: 2 finished, 3 failed\n/) },
    ])
    expect(how()).toEqual(Array.from({ length: 5 }, () => 'shown in a digest'))
    change({})
    await clock.pass(hour)
    expect(cards).toHaveLength(1)
  })

  it('a snooze ends by itself, is taken back, and what comes after it is shown at once', async () => {
    const { decide, clock, cards, titles, board } = withLedger({
      settings: { snoozedUntil: '2026-03-02T13:00:00.000Z' },
    })
    decide(1)
    await clock.pass(hour - 1)
    expect(cards).toEqual([])
    await clock.pass(1)
    expect([titles(), cards[0]?.body, board.settings().snoozedUntil]).toEqual([
      ['While you were away'],
      'Notice 1 · enrichment-1 · Outfitters',
      null,
    ])
    decide(1)
    await clock.pass(0)
    expect(titles()).toEqual(['While you were away', 'Notice 2'])
  })

  it('a restart in between loses none: the digest comes once, in the run in which it is wanted again', async () => {
    const first = withLedger({ settings: night })
    first.decide(2)
    await first.clock.pass(second)
    first.stop()
    const second_ = aTeller({ journal: first.journal, clock: first.clock, settings: night })
    second_.resume()
    second_.decide(1)
    await first.clock.pass(second)
    second_.stop()
    const third = aTeller({ journal: first.journal, clock: first.clock })
    third.resume()
    await first.clock.pass(second)
    expect([first.cards, second_.cards, third.cards.map(({ ids }) => ids)]).toEqual([[], [], [[1, 2, 3]]])
    const fourth = aTeller({ journal: first.journal, clock: first.clock })
    fourth.resume()
    await first.clock.pass(hour)
    expect(fourth.cards).toEqual([])
  })

  it('do-not-disturb of the desktop holds back, and is asked after until it is over', async () => {
    const { decide, screen, clock, titles } = withLedger()
    screen.standing = 'do-not-disturb'
    decide(5)
    await clock.pass(60 * second)
    expect(titles()).toEqual([])
    screen.standing = 'ready'
    await clock.pass(15 * second)
    expect(titles()).toEqual(['While you were away'])
  })

  it('what was seen or muted meanwhile is not in the digest', async () => {
    const { decide, change, clock, cards, how, journal, board } = withLedger({ settings: night })
    decide(3)
    await clock.pass(second)
    journal.notices.markSeen([1])
    board.putJobs([aWatchedJob({ ref: { connectionId: 'c1', jobId: 'enrichment-2' }, muted: true })])
    change({ quietHours: null })
    await clock.pass(second)
    expect([cards.map(({ ids }) => ids), how()]).toEqual([
      [[3]],
      ['seen meanwhile', 'the job is muted', 'shown in a digest'],
    ])
  })
})

it.each([
  ['in quiet hours', { quietHours: { from: '00:00', to: '23:59' } }],
  ['with a kind that is switched off', { notify: { ...defaultSettings.notify, failed: false } }],
])('many that end together %s are written down in one go, so that nothing else has to wait', (_name, settings) => {
  const journal = journalOf(journalInMemory())
  let writes = 0
  const counted =
    <Args extends readonly unknown[], R>(write: (...args: Args) => R) =>
    (...args: Args): R => {
      writes += 1
      return write(...args)
    }
  const { hold, beginDigest, told } = journal.notices
  const notices = {
    ...journal.notices,
    hold: counted(hold),
    beginDigest: counted(beginDigest),
    told: counted(told),
  }
  aTeller({ journal: { ...journal, notices }, settings }).decide(500)
  expect(writes).toBeLessThan(3)
  expect(journal.notices.untold()).toEqual([])
})
