import { chord } from './support/keys'
import { expect, test } from './support/window'

const running = (processed: number) => ({ status: 'in_progress', total_items: 100, processed_items: processed })
const ids = ['crawl-aaaa1111', 'crawl-bbbb2222', 'crawl-cccc3333', 'enrichment-dddd4444'] as const

test('rows are picked, pinned, muted, forgotten together and taken back, by keys alone', async ({
  open,
  server,
  watchMerchant,
}) => {
  for (const id of ids) await server.control.merchantJob(id, { ...running(10), job_type: id.split('-')[0] })
  const { page } = await open()
  await watchMerchant(...ids)
  const rows = page.getByRole('list', { name: 'Watched jobs' }).getByRole('listitem')
  const row = (id: string) => page.getByRole('button', { name: id.slice(-8) })
  await expect(row(ids[3])).toBeVisible()

  await page.keyboard.press('j')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('toolbar', { name: 'Picked jobs' })).toContainText('2 jobs picked')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', { name: 'Picked jobs' })).toHaveCount(0)

  await row(ids[2]).focus()
  await page.keyboard.press('p')
  await expect(rows.nth(1)).toContainText('cccc3333')
  await expect(row(ids[2]).getByRole('img', { name: 'Pinned' })).toBeVisible()

  await page.keyboard.press('Control+a')
  await page.keyboard.press('m')
  await expect(page.getByRole('img', { name: 'Muted' })).toHaveCount(4)
  await page.keyboard.press('Delete')
  await expect(page.getByText('No jobs are watched now')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('img', { name: 'Muted' })).toHaveCount(4)
})

test('picked jobs stay picked, and the list stays where it stands, while another page or another connection is looked at', async ({
  openWatching,
}) => {
  const many = Array.from({ length: 40 }, (_, index) => `crawl-many00${String(index).padStart(2, '0')}`)
  const { page } = await openWatching(many, running(10))
  const scroller = page.getByRole('list', { name: 'Watched jobs' }).locator('..')
  const bar = page.getByRole('toolbar', { name: 'Picked jobs' })
  const side = page.getByRole('complementary')
  await expect(page.getByRole('heading', { name: /Active 40/ })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar).toContainText('3 jobs picked')
  await scroller.evaluate(element => element.scrollTo(0, 900))

  await side.getByRole('button', { name: /^Inbox/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
  await side.getByRole('button', { name: /^Jobs/ }).click()
  await expect(bar).toContainText('3 jobs picked')
  await expect.poll(() => scroller.evaluate(element => element.scrollTop)).toBe(900)

  await side.getByRole('button', { name: /MerchantOps/ }).click()
  await expect(bar).toContainText('3 jobs picked')
  await chord(page, 'g', 'j')
  await bar.getByRole('button', { name: 'Clear' }).click()
  await expect(bar).toHaveCount(0)
})

test('many jobs are not let go by a slip: one is asked first', async ({ openWatching }) => {
  const many = Array.from({ length: 21 }, (_, index) => `crawl-many00${String(index).padStart(2, '0')}`)
  const { page } = await openWatching(many, running(10))
  await page.keyboard.press('j')
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('toolbar', { name: 'Picked jobs' })).toContainText('21 jobs picked')
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('alertdialog', { name: 'Stop watching 21 jobs?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('toolbar')).toContainText('21')
  await page.keyboard.press('Delete')
  await dialog.getByRole('button', { name: 'Stop watching' }).click()
  await expect(page.getByText('No jobs are watched now')).toBeVisible()
})

test('the filter knows fields, offers what they may hold, and the order stays over a reload', async ({
  open,
  server,
  watchMerchant,
}) => {
  await server.control.merchantJob(ids[0], { ...running(10), job_type: 'crawl', failed_items: 2 })
  await server.control.merchantJob(ids[3], { ...running(50), job_type: 'enrichment', failed_items: 9 })
  const { page } = await open()
  await watchMerchant(ids[0], ids[3])
  const row = (id: string) => page.getByRole('button', { name: id.slice(-8) })
  await expect(row(ids[0])).toContainText('Crawl')
  await expect(row(ids[3])).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.type('type:cr')
  await expect(page.getByRole('option', { name: 'type:crawl' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Filter jobs' })).toHaveValue('type:crawl ')
  await expect(row(ids[3])).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.type('-type:cr')
  await expect(page.getByRole('option', { name: '-type:crawl' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Filter jobs' })).toHaveValue('-type:crawl ')
  await expect(row(ids[0])).toHaveCount(0)
  await expect(row(ids[3])).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.locator(':focus')).toContainText(/Crawl|Enrichment/)

  await page.getByRole('button', { name: 'Group and sort' }).click()
  await page.getByRole('menuitemradio', { name: 'Most failures' }).click()
  await page.keyboard.press('Escape')
  const rows = page.getByRole('list', { name: 'Watched jobs' }).getByRole('listitem')
  await expect(rows.nth(1)).toContainText('dddd4444')
  await page.reload()
  await expect(rows.nth(1)).toContainText('dddd4444')
})
