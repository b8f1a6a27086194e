import { expect, picture, test } from './support/window'

const ids = Array.from({ length: 24 }, (_, index) => `crawl-cccc${1_000 + index}`)
const end = { started_at: '2026-01-01T00:00:00Z', completed_at: '2026-01-01T00:04:17Z' }

test('in a window of 420 px the navigation is one line beside counts of two figures, and a row says what its times are', async ({
  openWatching,
  server,
}) => {
  const { app, page } = await openWatching(ids)
  await expect(page.getByRole('button', { name: '24 active' })).toBeVisible()
  for (const id of ids.slice(0, 12)) await server.control.merchantJob(id, { ...end, status: 'failed', failed_items: 2 })
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('button', { name: /Inbox 1\d/ })).toBeVisible({ timeout: 30_000 })
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(420, 700))
  await page.waitForFunction(() => window.innerWidth === 420)
  const tops = await navigation.getByRole('button').evaluateAll(all => all.map(one => one.getBoundingClientRect().top))
  expect(new Set(tops).size).toBe(1)
  await expect(navigation.getByRole('button', { name: 'Outbox' })).toBeVisible()
  await page.getByPlaceholder('Filter, or state:failed').fill('state:failed')
  await expect(page.getByRole('listitem').filter({ hasText: 'Failed' }).first()).toContainText(/took 4 min 17 s ·/)
  await page.screenshot({ path: picture('narrow-window') })
})
