import { expect, picture, test } from './support/window'

const parent = 'enrichment-aaaa1111'
const child = 'import-bbbb2222'

test('a job shows its family, its metadata searched, its JSON, and never 100 % before its counts are through', async ({
  open,
  server,
  watchMerchant,
}) => {
  await server.control.merchantJob(parent, {
    status: 'in_progress',
    total_items: 40_000,
    processed_items: 39_999,
    progress_percentage: 100,
    metadata: { import_job_id: child, source: { url: 'https://feeds.example.com', rows: 40_000 }, note: 'night' },
  })
  await server.control.merchantJob(child, {
    job_type: 'import',
    status: 'in_progress',
    total_items: 10,
    processed_items: 0,
    failed_items: 0,
    success_rate: 0,
  })
  const { page } = await open()
  await watchMerchant(parent, child)
  await page.getByRole('button', { name: parent.slice(-8) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enrichment is running 99 %')
  await expect(page.getByText('The server says 100 %, but not all items are counted yet.')).toBeVisible()
  const family = page.getByRole('region', { name: 'Linked jobs' }).getByRole('listitem')
  await expect(family).toHaveText([/Enrichment/, /Import/])
  await page.screenshot({ path: picture('job-family') })

  await page.getByRole('tab', { name: 'Metadata' }).click()
  await page.getByRole('searchbox', { name: 'Search the metadata' }).fill('FEEDS')
  await expect(page.getByText('https://feeds.example.com')).toBeVisible()
  await expect(page.getByText('night')).toHaveCount(0)
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(page.getByRole('tabpanel', { name: 'JSON' })).toContainText('"import_job_id": "import-bbbb2222"')

  await page.getByRole('tab', { name: 'Overview' }).click()
  await family.nth(1).getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import is running 0 %')
  await expect(family.nth(1)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByText('Success rate')).toHaveCount(0)
})
