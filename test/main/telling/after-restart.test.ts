import { describe, expect, it } from 'vitest'
import { aTeller, withLedger } from '../../support/a-teller'
import { aNotice } from '../../support/builders'

const second = 1_000
const hour = 3_600 * second

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
    for (let nth = 1; nth <= 7; nth += 1) journal.notices.decide({ ...aNotice(), key: `key-${nth}` }, clock.wall())
    const next = aTeller({ journal, clock })
    next.resume()
    await clock.pass(7 * second)
    expect(next.cards.map(({ ids, body }) => [ids.length, /Perhaps told before/.test(body)])).toEqual([
      [1, true],
      [1, true],
      [1, true],
      [4, true],
    ])
    const quiet = { quietHours: { from: '00:00', to: '23:59' } }
    journal.notices.decide({ ...aNotice(), key: 'key-8', title: 'Notice 6' }, clock.wall())
    const quietly = aTeller({ journal, clock, settings: quiet })
    quietly.resume()
    await clock.pass(second)
    quietly.change({ quietHours: null })
    await clock.pass(second)
    expect(quietly.cards.map(({ body }) => body.split('\n').map(line => line.slice(0, 19).trim()))).toEqual([
      ['Notice 6 · 5f2c81d0', 'Perhaps told before'],
    ])
  })

  it('what waited in a burst when the app was quit is told, and not as if it had been told before', async () => {
    const { journal, clock, decide, teller, cards } = withLedger()
    decide(5)
    await clock.pass(second)
    teller.stop()
    await clock.pass(hour)
    const next = aTeller({ journal, clock })
    next.resume()
    await clock.pass(second)
    expect([cards.length, next.titles()]).toEqual([3, ['While you were away']])
    expect(next.cards[0]?.body).toBe('Notice 4 · enrichment-4 · Outfitters\nNotice 5 · enrichment-5 · Outfitters')
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
    expect(next.cards[0]?.body).toMatch(/^Notice 1 · enrichment-1 · Outfitters\nPerhaps told before/)
  })
})
