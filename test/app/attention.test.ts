import { expect, picture, test } from './support/window'

const running = { status: 'in_progress', total_items: 400, processed_items: 10 }
const ended = { status: 'completed', total_items: 5, processed_items: 5, completed_at: '2026-01-01T00:00:00Z' }

test('the way to what needs attention ends at its heading, and a job that still runs says why it stands there', async ({
  open,
  server,
  watchMerchant,
  lookNow,
}) => {
  const active = Array.from({ length: 14 }, (_, index) => `crawl-aaaa${1_000 + index}`)
  const recent = Array.from({ length: 14 }, (_, index) => `crawl-bbbb${1_000 + index}`)
  for (const id of active) await server.control.merchantJob(id, running)
  for (const id of recent) await server.control.merchantJob(id, ended)
  const { page } = await open()
  await watchMerchant(...active, ...recent)
  const worried = page.getByRole('list', { name: 'Watched jobs' }).getByRole('listitem').filter({ hasText: 'aaaa1003' })
  await expect(worried).toContainText('10 of 400')
  await server.control.change('crawl-aaaa1003', { failed_items: 3, processed_items: 20 })
  await lookNow()
  await page.getByRole('button', { name: '1 needs attention' }).click()
  const heading = page.getByRole('heading', { name: 'Needs attention' })
  await expect(worried).toBeVisible()
  await expect(worried).toContainText('has its first failures — Running')
  const scroller = page.getByRole('list', { name: 'Watched jobs' }).locator('..')
  await expect
    .poll(async () => (await heading.boundingBox())?.y)
    .toBeLessThan(((await scroller.boundingBox())?.y ?? 0) + 30)
  await page.screenshot({ path: picture('attention') })
})
