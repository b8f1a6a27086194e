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

/** An app with three notices, ids oldest first; `unseen`: the ids of those unseen on the board and in the journal. */
async function threeNotices(kinds: Parameters<typeof aNotice>[0] = {}) {
  const app = await anEngine()
  const { board, journal, clock } = app
  for (const key of ['a', 'b', 'c']) {
    const notice = journal.notices.decide({ ...aNotice(kinds), key }, clock.wall())
    board.addNotices(notice === null ? [] : [notice])
  }
  const unseen = () =>
    [board.parts().notices, journal.notices.newest(9)].map(list => list.filter(n => !n.seen).map(n => n.id))
  return { ...app, unseen }
}

describe('notices', () => {
  it('are marked as seen, some or all, on the board and in the journal', async () => {
    const { ask, unseen } = await threeNotices()
    expect(await ask('notices:mark-seen', [3, 999])).toEqual({ ok: true, value: [3] })
    expect(unseen()).toEqual([
      [2, 1],
      [2, 1],
    ])
    await ask('notices:mark-seen', 'all')
    expect(unseen()).toEqual([[], []])
  })

  it('that were all marked as seen are made unseen again, but for those that were read before', async () => {
    const { ask, unseen } = await threeNotices()
    await ask('notices:mark-seen', [2])
    const marked = await ask('notices:mark-seen', 'all')
    expect(marked).toEqual({ ok: true, value: [1, 3] })
    await ask('notices:mark-unseen', [1, 3])
    expect(unseen()).toEqual([
      [3, 1],
      [3, 1],
    ])
  })

  it('of a stall that ended meanwhile stay seen', async () => {
    const { ask, unseen } = await threeNotices({ kind: 'stalled', ref: { connectionId: 'c1', jobId: 'gone' } })
    await ask('notices:mark-seen', 'all')
    await ask('notices:mark-unseen', [1, 2, 3])
    expect(unseen()).toEqual([[], []])
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
