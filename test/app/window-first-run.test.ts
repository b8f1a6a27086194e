import { resize } from './support/resize'
import { keepToasts } from './support/toasts'
import { expect, picture, test } from './support/window'

test('from an empty profile to a watched job, its page, forgotten and taken back', async ({
  open,
  server,
  lookNow,
}) => {
  const { merchantops } = server.ready
  await server.control.merchantJob('enrichment-aaaa1111', {
    status: 'in_progress',
    total_items: 1_000,
    processed_items: 400,
    metadata: { stage: 'uploading', last_message: 'Sent batch 4' },
  })
  await server.control.merchantJob('crawl-bbbb2222', { job_type: 'crawl', status: 'pending', total_items: 10 })
  const { page } = await open()
  await page.getByRole('button', { name: 'MerchantOps' }).click()
  await page.getByLabel('Name').fill('Outfitters')
  await page.getByLabel('Address').fill(merchantops.url)
  await page.getByLabel('Organization').fill(merchantops.organization)

  await page.getByLabel('Key', { exact: true }).fill('not-the-key')
  await page.getByRole('button', { name: 'Connect' }).click()
  await expect(page.getByRole('alert')).toContainText('refused')
  await expect(page.getByLabel('Key', { exact: true })).toBeFocused()

  await page.getByLabel('Key', { exact: true }).fill(merchantops.keys.full)
  await page.getByRole('button', { name: 'Connect' }).click()
  const dialog = page.getByRole('dialog', { name: 'Watch jobs' })
  await dialog.getByLabel('Job ids').fill('enrichment-aaaa1111, crawl-bbbb2222\n..')
  await dialog.getByRole('button', { name: 'Watch 3 jobs' }).click()
  await expect(dialog.getByText('A job id cannot be only dots.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()

  const row = page.getByRole('listitem').filter({ hasText: 'aaaa1111' })
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '400 of 1,000 items')
  await expect(row).toContainText('uploading — Sent batch 4')
  await server.control.change('enrichment-aaaa1111', { processed_items: 650, failed_items: 3 })
  await lookNow()
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '650 of 1,000 items, 3 failed')

  await keepToasts(page)
  await row.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Enrichment is running')
  await page.getByRole('button', { name: 'Stop watching' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'bbbb2222' })).toBeVisible()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()

  const kept = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify({ ...localStorage }))
  expect(kept).not.toContain(merchantops.keys.full)
})

test('a server out of reach keeps nothing, unless the person insists', async ({ open }) => {
  const { page } = await open()
  await page.getByRole('button', { name: 'Retailgrid' }).click()
  await page.getByRole('button', { name: 'Connect' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await page.getByLabel('Name').fill('Grid')
  await page.getByLabel('Address').fill('http://127.0.0.1:9')
  await page.getByLabel('Key', { exact: true }).fill('some-key')
  await page.getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('button', { name: 'Keep it anyway' }).click()
  await page.getByRole('dialog', { name: 'Watch jobs' }).getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('No jobs watched yet')).toBeVisible()
})

test('in the first run the keyboard begins at the first choice, shown from the first key on, and comes back to the chosen one', async ({
  open,
}) => {
  const { page } = await open()
  const first = page.getByRole('button', { name: 'MerchantOps' })
  const second = page.getByRole('button', { name: 'Retailgrid' })
  await expect(first).toBeFocused()
  await expect(first).toHaveCSS('outline-style', 'none')
  await page.keyboard.press('Tab')
  await expect(second).toBeFocused()
  await expect(second).toHaveCSS('outline-style', 'solid')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.getByRole('button', { name: 'Cancel' }).focus()
  await page.keyboard.press('Enter')
  await expect(second).toBeFocused()
  await expect(second).toHaveCSS('outline-style', 'solid')
})

test('in the first run typing goes to the name, and Connect is in sight', async ({ open }) => {
  const { app, page } = await open()
  await resize({ app, page }, 960, 680)
  await page.getByRole('button', { name: 'MerchantOps' }).click()
  const name = page.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await page.keyboard.type('Grid')
  await expect(name).toHaveValue('Grid')
  const connect = page.getByRole('button', { name: 'Connect', exact: true })
  await expect(connect).toBeInViewport({ ratio: 1 })
  await page.screenshot({ path: picture('first-connection') })
  await page.getByLabel('Key', { exact: true }).focus()
  const key = await page.getByLabel('Key', { exact: true }).boundingBox()
  const foot = await connect.boundingBox()
  expect((key?.y ?? 0) + (key?.height ?? 0)).toBeLessThan(foot?.y ?? 0)
  await page.screenshot({ path: picture('first-connection-key') })
})

test('in a new connection typing goes to the name, and Connect is in sight', async ({ openWatching }) => {
  const { app, page } = await openWatching(['crawl-aaaa1111'])
  await resize({ app, page }, 960, 680)
  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  await page.getByRole('main').getByRole('button', { name: 'Add a connection' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a connection' })
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Connect', exact: true })).toBeInViewport({ ratio: 1 })
  await page.screenshot({ path: picture('add-connection') })
})
