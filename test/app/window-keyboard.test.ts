import { keepToasts } from './support/toasts'
import { expect, test } from './support/window'

const running = (processed: number) => ({ status: 'in_progress', total_items: 100, processed_items: processed })

test('the list is walked, filtered, opened, forgotten and restored by keys alone', async ({
  open,
  server,
  watchMerchant,
}) => {
  for (const id of ['enrichment-aaaa1111', 'enrichment-bbbb2222', 'enrichment-cccc3333'])
    await server.control.merchantJob(id, running(10))
  const { page } = await open()
  await watchMerchant('enrichment-aaaa1111', 'enrichment-bbbb2222', 'enrichment-cccc3333')
  const row = (id: string) => page.getByRole('button', { name: id })
  await expect(row('cccc3333')).toBeVisible()

  const focused = page.locator(':focus')
  await page.keyboard.press('j')
  await expect(focused).toContainText('Enrichment')
  const first = (await focused.textContent()) ?? ''
  await page.keyboard.press('ArrowDown')
  await expect(focused).not.toHaveText(first)
  await expect(focused).toContainText('Enrichment')
  const second = (await focused.textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(focused).toHaveText(second)

  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Filter jobs' })).toBeFocused()
  await page.keyboard.type('bbbb')
  await expect(row('aaaa1111')).toHaveCount(0)
  await expect(row('bbbb2222')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row('aaaa1111')).toBeVisible()
  await page.keyboard.press('Escape')

  await keepToasts(page)
  await row('bbbb2222').focus()
  await page.keyboard.press('Delete')
  await expect(row('bbbb2222')).toHaveCount(0)
  await expect(focused).toContainText('Enrichment')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row('bbbb2222')).toBeVisible()
})

test('a dialog takes the focus, keeps it and gives it back', async ({ open, watchMerchant }) => {
  const { page } = await open()
  await watchMerchant('enrichment-none')
  const opener = page.getByRole('button', { name: 'Watch jobs' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Watch jobs' })
  await expect(dialog).toBeVisible()
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press('Tab')
    await expect.poll(() => dialog.evaluate(shown => shown.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(opener).toBeFocused()
})

test('the list of shortcuts opens at its beginning, and the arrows read on', async ({ open, watchMerchant }) => {
  const { page } = await open()
  await watchMerchant('enrichment-none')
  await page.getByRole('button', { name: 'Watch jobs' }).waitFor()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const first = dialog.getByRole('heading', { name: 'Anywhere' })
  await expect(first).toBeInViewport()
  // What End scrolls is what has the keyboard.
  await expect(dialog.locator('[data-body]:focus')).toHaveCount(1)
  await page.keyboard.press('End')
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeInViewport()
  await expect(first).not.toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
