import type { Page } from 'playwright/test'
import { expect, picture, test } from './support/report'

/** Sends it, to be met by the fault. */
const send = async (page: Page) => {
  await page.getByLabel('Processed').fill('7')
  await page.getByRole('button', { name: 'Send the report' }).click()
}

test('a report whose answer was lost is compared, found arrived, and taken so without a second post', async ({
  openReport,
  breakNextReport,
  posted,
}) => {
  const { page } = await openReport()
  await breakNextReport({ kind: 'drop-after-apply' })
  await send(page)
  const panel = page.getByRole('region', { name: 'A post that may have arrived' })
  await expect(panel).toContainText('Probably arrived.')
  await expect(panel.getByRole('row', { name: /^processed_items/ })).toContainText('arrived')
  await expect(page.getByRole('button', { name: /^Outbox/ })).toContainText('you are to decide')
  await panel.getByRole('button', { name: 'Take as arrived' }).click()
  await expect(panel).toHaveCount(0)
  await expect(page.getByLabel('What was changed')).toContainText('processed_items')
  expect(await posted()).toHaveLength(1)
})

test('a report that was reset is found not to have arrived, and is sent again only when asked', async ({
  openReport,
  breakNextReport,
  posted,
}) => {
  const { page } = await openReport()
  await breakNextReport({ kind: 'reset' })
  await send(page)
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
  expect(await posted()).toHaveLength(2)
})
