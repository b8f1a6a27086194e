import { resize } from './support/resize'
import { expect, picture, test } from './support/window'

const job = 'enrichment-aaaa1111'

test('in a narrow window an opened error leaves the list in sight with whole rows above, and the row that the arrows stand on', async ({
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
      // The first row in sight is whole.
      const above = ((row?.y ?? 0) - (list?.y ?? 0)) / (row?.height ?? 1)
      expect(Math.abs(above - Math.round(above))).toBeLessThan(0.05)
    }).toPass()
  }
  await page.screenshot({ path: picture('issue-narrow') })
  await page.keyboard.press('Escape')
  await expect(entry).toHaveCount(0)
  const groups = page.getByRole('region', { name: 'Groups' })
  await expect(groups).toBeVisible()
  // Half of the first group is in sight when it is chosen; a click of Playwright would bring it there itself.
  const group = groups.getByRole('button', { name: 'type_0' })
  await groups.evaluate(list => list.scrollTo(0, 18))
  await expect(group).not.toBeInViewport({ ratio: 0.95 })
  await group.evaluate((button: HTMLElement) => button.click())
  await expect(groups.getByRole('button', { pressed: true })).toBeInViewport({ ratio: 0.95 })
})
