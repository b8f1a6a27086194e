import type { Page } from 'playwright/test'
import { expect, picture, test } from './support/window'

const job = 'enrichment-aaaa1111'
const running = { status: 'in_progress', total_items: 10, processed_items: 4 }

const report = async (page: Page, processed: string) => {
  await page.getByRole('button', { name: job.slice(-8) }).focus()
  await page.keyboard.press('r')
  await page.getByLabel('Processed').fill(processed)
  await page.getByRole('button', { name: 'Send the report' }).click()
}

test('a report whose answer was lost is compared, found arrived, and taken so without a second post', async ({
  open,
  server,
  watchMerchant,
}) => {
  await server.control.merchantJob(job, running)
  const { page } = await open()
  await watchMerchant(job)
  await server.control.fault({
    match: { method: 'POST', path: `/api/jobs/${job}/progress` },
    count: 1,
    fault: { kind: 'drop-after-apply' },
  })
  await report(page, '7')
  const panel = page.getByRole('region', { name: 'A post that may have arrived' })
  await expect(panel).toContainText('Probably arrived.')
  await expect(panel.getByRole('row', { name: /^processed_items/ })).toContainText('arrived')
  await expect(page.getByRole('button', { name: /^Outbox/ })).toContainText('you are to decide')
  await panel.getByRole('button', { name: 'Take as arrived' }).click()
  await expect(panel).toHaveCount(0)
  await expect(page.getByLabel('What was changed')).toContainText('processed_items')
  const posted = (await server.control.requests()).filter(({ method }) => method === 'POST')
  expect(posted).toHaveLength(1)
})

test('a report that was reset is found not to have arrived, and is sent again only when asked', async ({
  open,
  server,
  watchMerchant,
}) => {
  await server.control.merchantJob(job, running)
  const { page } = await open()
  await watchMerchant(job)
  await server.control.fault({
    match: { method: 'POST', path: `/api/jobs/${job}/progress` },
    count: 1,
    fault: { kind: 'reset' },
  })
  await report(page, '7')
  const panel = page.getByRole('region', { name: 'A post that may have arrived' })
  await expect(panel).toContainText('Can’t tell.')
  await expect(panel).toContainText('Probably not arrived.')
  await page.getByRole('button', { name: /^Outbox/ }).click()
  await expect(panel).toBeVisible()
  await page.screenshot({ path: picture('window-outbox') })
  await panel.getByRole('button', { name: 'Send again' }).click()
  await expect(panel).toHaveCount(0)
  await page.getByRole('button', { name: 'What it changed' }).click()
  await expect(page.getByLabel('What was changed')).toContainText('processed_items')
  const posted = (await server.control.requests()).filter(({ method }) => method === 'POST')
  expect(posted).toHaveLength(2)
})
