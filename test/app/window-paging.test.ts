import { clipboardText } from './support/clipboard'
import { keepToasts } from './support/toasts'
import { expect, test } from './support/window'

const job = 'enrichment-aaaa1111'
const entry = (index: number) => ({
  entity_key: `SKU-${index}`,
  entity_type: 'product',
  error_type: 'image_missing',
  message: 'The main image answers 404.',
  timestamp: new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString(),
})

test('a long list of errors is read on as it is scrolled, to its very end', async ({ open, server, watchMerchant }) => {
  await server.control.merchantJob(job, {
    status: 'in_progress',
    total_items: 5_000,
    failed_items: 1_300,
    errors: Array.from({ length: 1_300 }, (_, index) => entry(index)),
    reference_keys: Array.from({ length: 700 }, (_, index) => ({ entity_type: 'product', key: `KEY-${index}` })),
  })
  const { app, page } = await open()
  await watchMerchant(job)
  await page.getByRole('button', { name: job.slice(-8) }).click()
  await page.getByRole('tab', { name: /^Errors/ }).click()
  const errors = page.getByRole('list', { name: 'Errors' })
  await expect(errors.getByRole('button').first()).toContainText('SKU-1299')
  for (const left of [900, 400, 0]) {
    const row = errors.getByRole('listitem').and(page.locator(`[aria-posinset="${1_300 - left}"]`))
    await errors.evaluate(
      (list, share) => list.parentElement?.scrollTo(0, share * list.scrollHeight),
      (1_299 - left) / 1_300,
    )
    await expect(row).toContainText(`SKU-${left}`)
  }
  const listed = page.getByRole('tabpanel').getByRole('listitem')

  await page.getByRole('tab', { name: /^Reference keys/ }).click()
  await expect(page.getByText('KEY-0', { exact: true })).toBeVisible()
  await page.getByText('KEY-99', { exact: true }).scrollIntoViewIfNeeded()
  const more = page.getByRole('button', { name: /^Show / })
  // Seeing the end makes it go on, so it lies somewhere else a moment later.
  await expect(async () => {
    if (await more.isVisible()) await more.scrollIntoViewIfNeeded()
    await expect(listed).toHaveCount(700, { timeout: 1_000 })
  }).toPass()

  const search = page.getByRole('searchbox', { name: 'Search the reference keys' })
  await search.fill('key-69')
  await expect(page.getByText('11 keys of 700 with “key-69”.')).toBeVisible()
  await expect(listed).toHaveCount(11)
  await search.press('Escape')
  await expect(search).toHaveValue('')
  await keepToasts(page)
  await page.getByRole('button', { name: 'Copy all 700' }).click()
  await expect(page.getByText('Copied 700 keys.')).toBeVisible()
  await expect.poll(async () => (await clipboardText(app.electron)).split('\n').at(-1)).toBe('KEY-699')
})
