import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { socketPath } from '../../src/profile/paths'
import { expect, test } from './support/real-desktop'

const running = (processed: number, more = {}) => ({
  status: 'in_progress',
  total_items: 100,
  processed_items: processed,
  ...more,
})
const gridJob = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'

test('the tray menu names every active job with its percent', async ({
  desktop,
  server,
  start,
  ask,
  watchMerchant,
}) => {
  const { control, retail } = server
  await control.merchantJob('enrichment-62', running(62))
  await control.merchantJob('crawl-50', running(47, { job_type: 'crawl', failed_items: 3 }))
  await control.merchantJob('import-0', { job_type: 'product_import', status: 'pending' })
  await control.retailJob(gridJob, { job_type: 'bulk_upsert', status: 'running', progress: null })
  await start()
  expect((await desktop.tray.until(item => item.tooltip === 'No active jobs')).status).toBe('Active')

  await watchMerchant('enrichment-62', 'crawl-50', 'import-0')
  const saved = await ask('connections:save', null, retail, false)
  if (!saved.ok) throw new Error(saved.message)
  await ask('jobs:watch', saved.connection.id, gridJob)
  // The words and the menu are read one after the other: what is drawn in between is in one of them alone.
  const item = await desktop.tray.until(
    ({ tooltip, menu }) => tooltip === '4 active' && menu.some(({ label }) => label === 'Bulk upsert · running'),
  )
  expect(item.menu.map(({ label }) => label)).toEqual([
    'Enrichment · 62 %',
    'Crawl · 50 % · 3 failed',
    'Product import · queued',
    'Bulk upsert · running',
    '',
    'Open Jobtray',
    'Report progress…',
    'Pause watching',
    'Snooze notifications',
    '',
    'Quit',
  ])

  await control.change('enrichment-62', { processed_items: 63 })
  await desktop.tray.until(({ menu }) => menu[0]?.label === 'Enrichment · 63 %')
  await control.change('enrichment-62', { processed_items: 100, status: 'completed' })
  await desktop.tray.until(
    ({ tooltip, menu }) =>
      tooltip === '3 active' &&
      ['Recently ended', 'Enrichment · finished'].every(line => menu.some(({ label }) => label === line)),
  )
})

test('the icon tells idle, active, attention and failed apart, and comes back to idle', async ({
  desktop,
  server: { control },
  start,
  ask,
  lookNow,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-warned', running(10))
  await control.merchantJob('crawl-failed', running(10))
  await start()
  const iconAt = async (tooltip: string) => {
    const item = await desktop.tray.until(item => item.tooltip === tooltip && item.icon !== null)
    return item.icon?.toString('base64') ?? ''
  }
  const idle = await iconAt('No active jobs')
  await watchMerchant('crawl-warned', 'crawl-failed')
  const active = await iconAt('2 active')
  await control.change('crawl-warned', { status: 'completed_with_warnings', warned_items: 2 })
  await lookNow()
  const attention = await iconAt('1 active, 1 needs attention')
  await control.change('crawl-failed', { status: 'failed' })
  await lookNow()
  const failed = await iconAt('No active jobs, 2 need attention')
  expect(new Set([idle, active, attention, failed]).size).toBe(4)
  await ask('notices:mark-seen', 'all')
  await expect.poll(() => desktop.tray.item()?.icon?.toString('base64')).toBe(idle)
})

test('pausing from the tray stops every request, and unpausing goes on', async ({
  desktop,
  server: { control },
  start,
  stateUntil,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-paused', running(10))
  await start()
  await watchMerchant('crawl-paused')
  await desktop.tray.until(item => item.tooltip === '1 active')
  await desktop.tray.click('Pause watching')
  await desktop.tray.until(
    ({ tooltip, menu }) =>
      tooltip === '1 active, watching paused' &&
      menu.find(({ label }) => label === 'Pause watching')?.toggleState === true,
  )
  await stateUntil(({ settings }) => settings.paused)
  const before = await control.settled()
  // silence is no event: two intervals and a bit
  await sleep(4_500)
  expect(await control.requests(before)).toEqual([])

  await control.change('crawl-paused', { processed_items: 30 })
  await desktop.tray.click('Pause watching')
  await desktop.tray.until(item => item.tooltip === '1 active' && item.menu[0]?.label === 'Enrichment · 30 %')
  expect((await control.requests(before)).length).toBeGreaterThan(0)
})

test('quitting from the tray ends with 0 and leaves neither the item nor the socket', async ({
  desktop,
  profile,
  start,
}) => {
  const app = await start()
  await desktop.tray.until(item => item.menu.some(({ label }) => label === 'Quit'))
  expect(existsSync(socketPath(profile))).toBe(true)
  await desktop.tray.click('Quit')
  expect(await app.exit).toEqual({ code: 0, signal: null })
  await expect.poll(() => desktop.tray.item()).toBeNull()
  expect(existsSync(socketPath(profile))).toBe(false)
})

test('notifications are snoozed from the tray and shown again from there', async ({ desktop, start, stateUntil }) => {
  await start()
  await desktop.tray.until(({ menu }) => menu.some(({ label }) => label === 'Snooze notifications'))
  const before = Date.now()
  await desktop.tray.click('For 1 hour')
  const { settings } = await stateUntil(state => state.settings.snoozedUntil !== null)
  const from = Date.parse(settings.snoozedUntil ?? '') - 3_600_000
  expect([from >= before, from <= Date.now()]).toEqual([true, true])
  await desktop.tray.until(
    ({ tooltip, menu }) =>
      tooltip.includes('snoozed until') && menu.every(({ label }) => label !== 'Snooze notifications'),
  )
  await desktop.tray.click('Resume notifications')
  await stateUntil(state => state.settings.snoozedUntil === null)
  await desktop.tray.until(({ tooltip }) => tooltip === 'No active jobs')
})
