import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/shared/settings'
import { anEngine } from '../../support/an-engine'
import { aNotice, aWatchedJob } from '../../support/builders'

describe('a change of settings', () => {
  it('is kept, applied and told', async () => {
    const saved: unknown[] = []
    const { ask, board, acts } = await anEngine({
      saveSettings(settings) {
        saved.push(settings)
        return null
      },
    })
    const wanted = { ...defaultSettings, theme: 'dark' }
    expect(await ask('settings:change', { theme: 'dark' })).toEqual({ ok: true, value: wanted })
    expect([saved, board.settings(), acts.at(-1)]).toEqual([[wanted], wanted, 'theme dark'])
  })

  it('that cannot be written holds all the same, and says for how long', async () => {
    let full = true
    const { ask, board } = await anEngine({ saveSettings: () => (full ? 'The settings could not be saved.' : null) })
    await ask('settings:change', { keepDays: 30 })
    expect([board.settings().keepDays, board.parts().banners.map(banner => banner.text)]).toEqual([
      30,
      ['The settings could not be saved.'],
    ])
    full = false
    await ask('settings:change', { keepDays: 60 })
    expect(board.parts().banners).toEqual([])
  })

  it('to a pause stops every look, and its end takes them up again', async () => {
    const { ask, clock, requests } = await anEngine({ jobs: [aWatchedJob()] })
    await clock.pass(0)
    await ask('settings:change', { paused: true })
    const before = requests.length
    await clock.pass(600_000)
    expect(requests.length).toBe(before)
    await ask('settings:change', { paused: false })
    await clock.pass(1_000)
    expect(requests.length).toBeGreaterThan(before)
  })
})

describe('notices', () => {
  it('are marked as seen, some or all, on the board and in the journal', async () => {
    const { ask, board, journal, clock } = await anEngine()
    for (const key of ['a', 'b', 'c']) {
      const notice = journal.notices.decide({ ...aNotice(), key }, clock.wall())
      board.addNotices(notice === null ? [] : [notice])
    }
    const unseen = () =>
      [board.parts().notices, journal.notices.newest(9)].map(list => list.filter(n => !n.seen).length)
    await ask('notices:mark-seen', [board.parts().notices[0]?.id, 999])
    expect(unseen()).toEqual([2, 2])
    await ask('notices:mark-seen', 'all')
    expect(unseen()).toEqual([0, 0])
  })
})

it('the state is read whole', async () => {
  const { ask, board } = await anEngine({ jobs: [aWatchedJob()] })
  expect(await ask('state:read')).toEqual({ ok: true, value: board.snapshot() })
})

it.each([
  ['app:quit', [], 'quit'],
  ['app:switch-mode', ['live'], 'mode live'],
])('%s is passed on', async (name, args, act) => {
  const { ask, acts } = await anEngine()
  await ask(name, ...args)
  expect(acts.at(-1)).toBe(act)
})
