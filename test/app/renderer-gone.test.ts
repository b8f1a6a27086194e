import { expect, test } from '../desktop/support/real-desktop'
import { killNow, onScreen } from './support/page-process'

const running = { status: 'in_progress', total_items: 10, processed_items: 4 }

test('when the page is killed, watching and telling go on', async ({
  desktop,
  server: { control },
  launch,
  ask,
  lookNow,
  jobUntil,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-survive1', running)
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  await watchMerchant('crawl-survive1')
  await expect(page.getByText('survive1').first()).toBeVisible()

  const crashed = page.waitForEvent('crash')
  await killNow(electron)
  await crashed
  await control.change('crawl-survive1', { processed_items: 9 })
  await jobUntil('crawl-survive1', ({ job }) => job?.processed === 9)
  await control.change('crawl-survive1', { status: 'failed' })
  await lookNow()
  await desktop.notices.until(({ title }) => title === 'Enrichment failed')

  expect((await ask('state:read')).jobs).toHaveLength(1)
})

test('a closed window is destroyed after five minutes, its process ends, and it opens anew', async ({
  desktop,
  server: { control },
  launch,
  ask,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-closed01', running)
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  await watchMerchant('crawl-closed01')
  await onScreen(electron)
  // the minutes, shortened
  await electron.evaluate(() => {
    const setReal = globalThis.setTimeout
    Reflect.set(globalThis, 'setTimeout', (act: () => void, ms?: number, ...rest: unknown[]) =>
      setReal(act, ms === 300_000 ? 50 : ms, ...rest),
    )
  })
  const closed = page.waitForEvent('close')
  await electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
  await closed
  // Its page is gone a moment before it is itself.
  await expect.poll(() => electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(0)
  expect((await ask('state:read')).jobs).toHaveLength(1)
  const opened = electron.waitForEvent('window')
  await desktop.tray.click('Open Jobtray')
  await expect((await opened).getByText('closed01').first()).toBeVisible()
})
