import { chord } from './support/keys'
import { keepToasts } from './support/toasts'
import { expect, test } from './support/window'

test('the inbox keeps what was told until it is seen, by keys alone', async ({ openWatching, server, lookNow }) => {
  const ids = ['crawl-aaaa1111', 'crawl-bbbb2222'] as const
  const { page } = await openWatching(ids, { job_type: 'crawl', status: 'in_progress' })
  await keepToasts(page)
  await page.getByRole('button', { name: /^Inbox/ }).click()
  await expect(page.getByText('Nothing to tell yet')).toBeVisible()
  for (const id of ids) await server.control.change(id, { status: 'failed', error_message: 'The shop closed.' })
  await lookNow()
  // A test may run over midnight.
  const today = page.getByRole('region', { name: /^(Today|Yesterday)$/ })
  await expect(today.getByRole('button', { name: /Unread: .*Crawl failed/ })).toHaveCount(2)

  await today.getByRole('button').first().focus()
  await page.keyboard.press('j')
  await expect(today.getByRole('button').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Crawl failed')
  await chord(page, 'g', 'i')
  await page.getByText(/^Unread 1$/).click()
  await expect(today.getByRole('button')).toHaveCount(1)

  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByText('All read')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toBeFocused()
  // One slip is no loss: the undo key brings back what was unread, and leaves what was read.
  await expect(page.getByRole('status').getByText('1 notice marked as read.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(today.getByRole('button', { name: /^Unread: / })).toHaveCount(1)
  await expect(page.getByRole('status').getByText('1 notice is unread again.')).toBeVisible()
  await page.getByText('All', { exact: true }).click()
  await expect(today.getByRole('button')).toHaveCount(2)
  await expect(today.getByRole('button', { name: /Unread: / })).toHaveCount(1)
  await page.getByText(/^Unread 1$/).click()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByText('All read')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(today.getByRole('button', { name: /Unread: / })).toHaveCount(1)
  await page.getByRole('button', { name: 'Mark all as read' }).click()

  await page.getByRole('button', { name: 'Show all notices' }).click()
  await expect(today.getByRole('button')).toHaveCount(2)
})
