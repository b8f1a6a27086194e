import { expect, test } from './support/window'

const running = (processed: number) => ({ status: 'in_progress', total_items: 100, processed_items: processed })
const ids = ['crawl-aaaa1111', 'crawl-bbbb2222', 'crawl-cccc3333'] as const

test('a row’s menu opens by pointer and by menu key; what it stops is one job, and the next takes the keyboard', async ({
  openWatching,
}) => {
  const { page } = await openWatching(ids, running(10))
  const rows = page.getByRole('list', { name: 'Watched jobs' }).getByRole('listitem')
  await expect(rows).toHaveCount(4)
  // The first look at a job may still change its place.
  await expect(rows.filter({ hasText: '10 of 100' })).toHaveCount(3)
  const second = (await rows.nth(2).getByRole('button').first().textContent()) ?? ''
  const third = (await rows.nth(3).getByRole('button').first().textContent()) ?? ''

  await rows.nth(2).hover()
  // What the row says stays in sight while it is pointed at.
  await expect(rows.nth(2).getByText(/seen/)).toBeVisible()
  await rows.nth(2).getByRole('button', { name: 'Acts' }).click()
  await page.getByRole('menuitem', { name: 'Pin' }).click()
  await expect(page.getByRole('heading', { name: 'Pinned' })).toBeVisible()
  await expect(rows.nth(1).getByRole('img', { name: 'Pinned' })).toBeVisible()
  await expect(page.locator(':focus')).toContainText(second.slice(0, 13))

  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Stop watching' }).click()
  await expect(rows).toHaveCount(3)
  await expect(page.locator(':focus')).toContainText('Enrichment')
  await expect(rows.filter({ hasText: third.slice(0, 10) })).not.toHaveCount(0)

  await rows.nth(1).click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: 'Look now' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(rows.nth(1).getByRole('button').first()).toBeFocused()

  await page.keyboard.press('x')
  await page.getByRole('toolbar', { name: 'Picked jobs' }).getByRole('button', { name: 'Clear' }).click()
  await expect(rows.nth(1).getByRole('button').first()).toBeFocused()
})

test('the keyboard is never nowhere: after the sidebar, after the filter, after a notice', async ({ openWatching }) => {
  const { page } = await openWatching(ids, running(10))
  const focused = () => page.evaluate(() => document.activeElement?.tagName)
  await expect(page.getByRole('button', { name: 'bbbb2222' })).toBeVisible()

  await page.getByRole('button', { name: /^Inbox/ }).click()
  await page.getByRole('button', { name: /^Jobs/ }).click()
  await expect(page.getByRole('button', { name: 'bbbb2222' })).toBeVisible()
  expect(await focused()).toBe('BUTTON')
  await page.keyboard.press('j')
  await expect(page.locator('li :focus')).toContainText('Enrichment')

  await page.getByRole('button', { name: /^Jobs/ }).click()
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect(page.locator('li :focus')).toContainText('Enrichment')

  await page.keyboard.press('/')
  await page.keyboard.type('state:fayled')
  await expect(page.getByText('No job is in a state that begins with “fayled”.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type('connection:out')
  await expect(page.getByRole('option', { name: 'connection:outfitters' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Filter jobs' })).toHaveValue('connection:outfitters ')
})

test('pins, mutes and the order are there again after the app was started anew', async ({
  openWatching,
  desktop,
  open,
}) => {
  const { app, page } = await openWatching(ids, running(10))
  await page.getByRole('button', { name: 'aaaa1111' }).focus()
  await page.keyboard.press('p')
  await page.keyboard.press('m')
  await expect(page.getByRole('button', { name: 'aaaa1111' }).getByRole('img', { name: 'Muted' })).toBeVisible()
  await page.getByRole('button', { name: 'Group and sort' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Group by state' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Active' })).toHaveCount(0)
  await app.quit()

  const opening = open()
  await desktop.tray.until(item => item.tooltip.includes('active'))
  await desktop.tray.activate()
  const again = await opening
  const rows = again.page.getByRole('list', { name: 'Watched jobs' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.first().getByRole('img', { name: 'Pinned' })).toBeVisible()
  await expect(rows.first().getByRole('img', { name: 'Muted' })).toBeVisible()
})
