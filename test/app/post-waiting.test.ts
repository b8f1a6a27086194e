import { expect, test } from './support/report'

test('too many requests is no loss: the report waits for the time the server named, and goes by itself (fault 8)', async ({
  openReport,
  breakNextReport,
}) => {
  const { page } = await openReport()
  await breakNextReport({
    kind: 'answer',
    status: 429,
    body: { detail: 'slow down' },
    retry_after: { form: 'seconds', seconds: 15 },
  })
  await page.getByLabel('Processed').fill('5')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Waits until .* the server asked for it\./ })).toBeVisible()
  await expect(page.getByLabel('What was changed')).toContainText('processed_items')
})

test('a report that cannot leave waits in the outbox, is edited there, and is dropped', async ({
  openReport,
  server,
}) => {
  const { page } = await openReport()
  await server.stop()
  await page.getByLabel('Processed').fill('5')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Nothing has left' })).toBeVisible()
  await page.getByRole('button', { name: /^Outbox/ }).click()
  const inLine = page.getByRole('region', { name: 'In line' })
  await expect(inLine).toContainText('5 processed')
  await inLine.getByRole('button', { name: 'Edit' }).click()
  await expect(page.getByLabel('Processed')).toHaveValue('5')
  await page.getByLabel('Processed').fill('6')
  await expect(page.getByText('Kept as a draft in the outbox.')).toBeVisible()
  await page.getByRole('button', { name: /^Outbox/ }).click()
  const drafts = page.getByRole('region', { name: 'Drafts' })
  await expect(drafts).toContainText('6 processed')
  await drafts.getByRole('button', { name: 'Drop' }).click()
  await expect(page.getByText('Nothing was sent yet')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Create job…' }).click()
  await expect(page.getByRole('heading', { name: 'Create a job' })).toBeVisible()
})
