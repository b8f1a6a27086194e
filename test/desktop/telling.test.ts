import { setTimeout as sleep } from 'node:timers/promises'
import { toldHow } from './support/ledger'
import { expect, test } from './support/real-desktop'

const running = { status: 'in_progress', total_items: 10, processed_items: 5 }
const idOf = (nth: number) => `crawl-burst${String(nth).padStart(3, '0')}`
const ids = (many: number) => Array.from({ length: many }, (_, nth) => idOf(nth))
/**
 * Quiet hours that go on for a day but for one minute, which is 22 minutes away from now or more, wherever the clock stands:
 * time zones are quarters of an hour apart, and the app may be in another one than this process.
 */
const aroundNow = () => {
  const minute = (new Date().getMinutes() + 22) % 60
  const time = (at: number) => `12:${String(at % 60).padStart(2, '0')}`
  return minute === 59 ? { from: '13:00', to: time(59) } : { from: time(minute + 1), to: time(minute) }
}

test('twenty endings at once are three notifications and one that sums up the rest; a click on it opens the inbox (fault 47)', async ({
  desktop,
  server: { control },
  launch,
  ask,
  lookNow,
  stateUntil,
  watchMerchant,
}) => {
  for (const id of ids(20)) await control.merchantJob(id, running)
  const app = await launch()
  await stateUntil(() => true)
  await watchMerchant(...ids(20))
  // So that they are seen to have ended at once, however long it takes to end them.
  await ask('settings:change', { paused: true })
  for (const [nth, id] of ids(20).entries()) await control.change(id, { status: nth < 5 ? 'failed' : 'completed' })
  await lookNow()
  await ask('settings:change', { paused: false })
  const { id, title, body } = await desktop.notices.until(notice => notice.title.includes('more jobs ended'))
  expect(title).toBe('17 more jobs ended')
  const singles = desktop.notices.all().slice(0, 3)
  const failed = singles.filter(notice => notice.title.includes('failed')).length
  const [counts, ...named] = body.split('\n')
  expect(counts).toBe([`${15 - (3 - failed)} finished`, ...(failed < 5 ? [`${5 - failed} failed`] : [])].join(', '))
  const line = /^Enrichment failed · burst\d{3} · |^and \d more, in the inbox$/
  expect([named.length, named.every(text => line.test(text))]).toEqual([Math.min(4, 5 - failed), true])
  expect(desktop.notices.all()).toHaveLength(4)
  const { notices } = await stateUntil(state => state.notices.length === 20)
  expect(notices.every(({ seen }) => !seen)).toBe(true)

  // The first start, without a connection, has opened it.
  const page = await app.window()
  desktop.notices.click(id)
  await expect.poll(() => new URL(page.url()).hash).toBe('#/inbox')
})

test('quiet hours hold notifications back over a restart, and their end brings one digest, once', async ({
  desktop,
  server: { control },
  start,
  ask,
  lookNow,
  stateUntil,
  watchMerchant,
}) => {
  for (const id of ids(5)) await control.merchantJob(id, running)
  const first = await start()
  await watchMerchant(...ids(5))
  await ask('settings:change', { quietHours: aroundNow() })
  for (const id of ids(3)) await control.change(id, { status: 'completed' })
  await lookNow()
  await stateUntil(({ notices }) => notices.length === 3)
  await ask('app:quit')
  await first.exit

  const second = await start()
  await control.change(idOf(3), { status: 'failed' })
  await lookNow()
  await stateUntil(({ notices }) => notices.length === 4)
  // Silence is no event: longer than a burst takes to be summed up.
  await sleep(3_000)
  expect(desktop.notices.all()).toEqual([])
  await ask('settings:change', { quietHours: null })
  const digest = await desktop.notices.until(() => true)
  expect([digest.title, digest.body]).toEqual([
    'While you were away',
    expect.stringMatching(/^4 jobs ended: 3 finished, 1 failed\nEnrichment failed · burst003 · /),
  ])

  await ask('app:quit')
  await second.exit
  await start()
  await control.change(idOf(4), { status: 'failed' })
  await lookNow()
  await desktop.notices.until(({ title }) => title === 'Enrichment failed')
  expect(desktop.notices.all()).toHaveLength(2)
})

test('a snooze holds notifications back and ends by itself with one digest', async ({
  desktop,
  server: { control },
  start,
  ask,
  lookNow,
  stateUntil,
  watchMerchant,
}) => {
  await control.merchantJob(idOf(0), running)
  await start()
  await watchMerchant(idOf(0))
  const snooze = (ms: number) => ask('settings:change', { snoozedUntil: new Date(Date.now() + ms).toISOString() })
  // longer than the busiest machine takes until the ending is seen
  await snooze(600_000)
  await control.change(idOf(0), { status: 'failed' })
  await lookNow()
  await stateUntil(({ notices }) => notices.length === 1)
  expect(desktop.notices.all()).toEqual([])
  await snooze(2_000)
  const { title, body } = await desktop.notices.until(() => true)
  expect([title, body]).toEqual(['While you were away', 'Enrichment failed · burst000 · Outfitters'])
  await stateUntil(({ settings }) => settings.snoozedUntil === null)
  expect(desktop.notices.all()).toHaveLength(1)
})

test('while the desktop says do-not-disturb nothing is shown, and one digest follows', async ({
  desktop,
  profile,
  server: { control },
  start,
  lookNow,
  watchMerchant,
}) => {
  for (const id of ids(2)) await control.merchantJob(id, running)
  await start()
  await watchMerchant(...ids(2))
  desktop.notices.inhibit(true)
  for (const id of ids(2)) await control.change(id, { status: 'completed' })
  await lookNow()
  for (const id of ids(2)) await expect.poll(() => toldHow(profile, id)).toBe('held')
  expect(desktop.notices.all()).toEqual([])
  desktop.notices.inhibit(false)
  const { title, body } = await desktop.notices.until(() => true)
  expect(title).toBe('While you were away')
  expect(body.split('\n').map(line => line.split(' · ')[0])).toEqual(['Enrichment finished', 'Enrichment finished'])
})

test('a muted job ends in silence and is kept in the inbox as seen', async ({
  desktop,
  server: { control },
  start,
  ask,
  lookNow,
  stateUntil,
  watchMerchant,
}) => {
  for (const id of ids(2)) await control.merchantJob(id, running)
  await start()
  const connectionId = await watchMerchant(...ids(2))
  await ask('jobs:mark', [{ connectionId, jobId: idOf(0) }], { muted: true })
  for (const id of ids(2)) await control.change(id, { status: 'failed' })
  await lookNow()
  const { body } = await desktop.notices.until(() => true)
  const { notices } = await stateUntil(state => state.notices.length === 2 && state.notices.some(({ seen }) => seen))
  expect(notices.filter(({ seen }) => seen).map(({ ref }) => ref?.jobId)).toEqual([idOf(0)])
  expect(body).toContain('burst001')
  expect(desktop.notices.all()).toHaveLength(1)
})
