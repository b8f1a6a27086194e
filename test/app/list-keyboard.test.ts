import { expect, test } from './support/window'

const ids = ['crawl-aaaa1111', 'crawl-bbbb2222'] as const

test('whoever types a filter keeps the keyboard when the row they were on comes back', async ({ openWatching }) => {
  const { page } = await openWatching([...ids], { status: 'in_progress', total_items: 100, processed_items: 10 })
  const row = (id: string) => page.getByRole('button', { name: id.slice(-8) })
  const filter = page.getByRole('combobox', { name: 'Filter jobs' })
  await expect(row(ids[1])).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.locator(':focus')).toContainText(/aaaa1111|bbbb2222/)
  const isFirst = (await page.locator(':focus').textContent())?.includes('aaaa1111')
  const [stood = '', other = ''] = isFirst ? ids : ids.toReversed()
  await filter.focus()
  await page.keyboard.type(other.slice(-8))
  await expect(row(stood)).toHaveCount(0)
  await page.getByRole('complementary').getByRole('button', { name: /^Jobs/ }).click()
  await filter.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await expect(row(stood)).toBeVisible()
  await page.keyboard.type('words')
  await expect(filter).toHaveValue('words')
})
