import { describe, expect, it } from 'vitest'
import { journalOf } from '../../../src/main/journal/journal'
import { defaultSettings } from '../../../src/shared/settings'
import { aTeller, toldHow } from '../../support/a-teller'
import { aNotice, aWatchedJob } from '../../support/builders'
import { journalInMemory } from '../../support/journal-in-memory'

const second = 1_000
const hour = 3_600 * second

/** With the database itself, to see what was written of each. */
function withLedger(parts: Parameters<typeof aTeller>[0] = {}) {
  const db = journalInMemory()
  const told = aTeller({ journal: journalOf(db), ...parts })
  return { ...told, db, how: () => toldHow(db) }
}

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

describe('what a person does not want', () => {
  const ref = { connectionId: 'c1', jobId: 'a' }
  it.each([
    ['a muted job', { jobs: [aWatchedJob({ ref, muted: true })] }, 'the job is muted', true],
    [
      'a muted type',
      { jobs: [aWatchedJob({ ref })], settings: { mutedTypes: ['enrichment'] } },
      'its type is muted',
      true,
    ],
    [
      'a kind switched off',
      { settings: { notify: { ...defaultSettings.notify, failed: false } } },
      'switched off',
      false,
    ],
    [
      'a kind switched off for the connection',
      { connection: { mutedKinds: ['failed'] as const } },
      'switched off for the connection',
      false,
    ],
  ])('%s: is not shown, is kept, and the ledger says why', async (_name, parts, why, seen) => {
    const { decide, clock, cards, how, board, journal } = withLedger(parts)
    decide(1, { ref })
    await clock.pass(10 * second)
    expect([cards, how(), journal.notices.untold()]).toEqual([[], [why], []])
    expect([board.parts().notices, journal.notices.newest(9)].map(list => list.map(notice => notice.seen))).toEqual([
      [seen],
      [seen],
    ])
  })

  it('of another kind or job is shown all the same', async () => {
    const settings = { notify: { ...defaultSettings.notify, succeeded: false } }
    const { decide, clock, cards } = withLedger({ settings, jobs: [aWatchedJob({ muted: true })] })
    decide(1)
    await clock.pass(0)
    expect(cards).toHaveLength(1)
  })
})

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
    expect(cards).toMatchObject([{ title: 'While you were away', body: '5 jobs ended: 2 finished, 3 failed' }])
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
      'Notice 1',
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

describe('after a restart', () => {
  it('what was decided and perhaps shown is told again, and says so (fault 50)', async () => {
    const { journal, clock, cards, resume } = withLedger()
    const before = aTeller({ journal, clock })
    before.decide(1)
    resume()
    await clock.pass(0)
    expect(cards).toMatchObject([{ title: 'Notice 1' }])
    expect(cards[0]?.body).toMatch(/Perhaps told before/)
  })

  it('all of it says so, also what is summed up or held back for a digest', async () => {
    const { journal, clock } = withLedger()
    for (let nth = 1; nth <= 5; nth += 1) journal.notices.decide({ ...aNotice(), key: `key-${nth}` }, clock.wall())
    const next = aTeller({ journal, clock })
    next.resume()
    await clock.pass(7 * second)
    expect(next.cards.map(({ ids, body }) => [ids.length, /Perhaps told before/.test(body)])).toEqual([
      [1, true],
      [1, true],
      [1, true],
      [2, true],
    ])
    const quiet = { quietHours: { from: '00:00', to: '23:59' } }
    journal.notices.decide({ ...aNotice(), key: 'key-6', title: 'Notice 6' }, clock.wall())
    const quietly = aTeller({ journal, clock, settings: quiet })
    quietly.resume()
    await clock.pass(second)
    quietly.change({ quietHours: null })
    await clock.pass(second)
    expect(quietly.cards.map(({ body }) => body.split('\n').map(line => line.slice(0, 19)))).toEqual([
      ['Notice 6', 'Perhaps told before'],
    ])
  })

  it('what is older than a day is no news any more, and stays unseen in the inbox', async () => {
    const { journal, clock, cards, how, resume } = withLedger()
    const before = aTeller({ journal, clock, settings: { quietHours: null } })
    before.screen.standing = 'do-not-disturb'
    journal.notices.decide(
      { key: 'k', kind: 'ended', connectionId: 'c1', ref: null, outcome: 'failed', title: 't', body: 'b' },
      clock.wall(),
    )
    await clock.pass(24 * hour + 1)
    resume()
    await clock.pass(second)
    expect([cards, how(), journal.notices.newest(1)[0]?.seen]).toEqual([[], ['expired'], false])
  })

  it('a digest that was being shown comes again and says so', async () => {
    const first = withLedger({ settings: { snoozedUntil: '2026-03-02T12:00:10.000Z' } })
    first.decide(1)
    await first.clock.pass(second)
    first.journal.notices.beginDigest([1])
    first.stop()
    const next = aTeller({ journal: first.journal, clock: first.clock })
    next.resume()
    await first.clock.pass(second)
    expect(next.cards[0]?.body).toMatch(/^Notice 1\nPerhaps told before/)
  })
})

describe('a screen that shows nothing', () => {
  it.each(['no notification service answers', 'notifications are not supported here'] as const)(
    '%s: the ledger says so (fault 46)',
    async why => {
      const { decide, screen, clock, how, cards, board } = withLedger()
      screen.standing = why
      decide(2)
      await clock.pass(0)
      expect([cards, how(), board.parts().notices.map(({ seen }) => seen)]).toEqual([[], [why, why], [false, false]])
    },
  )

  it('although it was handed over says so in the ledger', async () => {
    const { decide, screen, clock, how } = withLedger()
    screen.answer = 'refused by the system'
    decide(1)
    await clock.pass(0)
    expect(how()).toEqual(['refused by the system'])
  })

  it('and a disk that refuses cost no notification', async () => {
    const { decide, db, clock, titles, troubles } = withLedger()
    decide(1)
    db.exec('PRAGMA query_only = ON')
    await clock.pass(0)
    expect([titles(), troubles.length]).toEqual([['Notice 1'], 1])
  })
})
