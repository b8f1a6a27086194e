import { resize } from './support/resize'
import { expect, picture, test } from './support/window'

const job = 'enrichment-aaaa1111'

test('in a narrow window an opened error leaves the list in sight, and the row that the arrows stand on', async ({
  openWatching,
}) => {
  const errors = Array.from({ length: 40 }, (_, index) => ({
    entity_key: `SKU-${index}`,
    entity_type: 'product',
    error_type: `type_${index % 8}`,
    message: 'The main image answers 404. '.repeat(20),
  }))
  const { app, page } = await openWatching([job], { status: 'in_progress', total_items: 90, failed_items: 40, errors })
  await resize({ app, page }, 420, 700)
  await page.getByRole('button', { name: job.slice(-8) }).click()
  await page.getByRole('tab', { name: /^Errors/ }).click()
  const rows = page.getByRole('list', { name: 'Errors' })
  // It stands where the entry is going to be.
  await rows.getByText('SKU-35').click()
  const entry = page.getByRole('region', { name: 'Entry' })
  for (const key of ['SKU-35', 'SKU-34', 'SKU-33', 'SKU-32']) {
    if (key !== 'SKU-35') await page.keyboard.press('ArrowDown')
    await expect(entry.getByRole('heading')).toHaveText(key)
    await expect(rows.getByRole('button', { pressed: true })).toBeInViewport({ ratio: 0.9 })
    // The list is scrolled after the entry has been drawn.
    await expect(async () => {
      const row = await rows.getByRole('button', { pressed: true }).boundingBox()
      const list = await rows.locator('..').boundingBox()
      expect(list?.height).toBeGreaterThan(100)
      expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0) + 1)
      expect(row?.y).toBeGreaterThanOrEqual((list?.y ?? 0) - 1)
    }).toPass()
  }
  await page.screenshot({ path: picture('issue-narrow') })
  await page.keyboard.press('Escape')
  await expect(entry).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Groups' })).toBeVisible()
})
