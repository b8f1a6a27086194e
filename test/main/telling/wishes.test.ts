import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/shared/settings'
import { withLedger } from '../../support/a-teller'
import { aWatchedJob } from '../../support/builders'

const second = 1_000

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
