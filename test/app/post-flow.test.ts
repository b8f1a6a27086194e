import { expect, picture, test } from './support/report'
import { keepToasts } from './support/toasts'

test('a job is created, reported on three times and completed, all from the window', async ({
  open,
  posted,
  watchMerchant,
}) => {
  const { page } = await open()
  await watchMerchant('enrichment-none')
  await page.getByRole('button', { name: 'Create job…' }).click()
  await page.getByLabel('Job type').fill('enrichment')
  await page.getByLabel('Total items').fill('3')
  await page.getByLabel('Metadata').fill('{"source": "feed",}')
  await expect(page.getByText(/^Line 1, column \d+: /)).toBeVisible()
  await page.getByLabel('Metadata').fill('{"source": "feed"}')
  await expect(page.getByLabel('The request')).toContainText(
    '{"job_type":"enrichment","total_items":3,"metadata":{"source":"feed"}}',
  )
  await page.getByRole('button', { name: 'Create the job' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Enrichment is queued')

  await page.getByRole('button', { name: 'Report progress…' }).click()
  const request = page.getByLabel('The request')
  const changed = page.getByLabel('What was changed')
  const sendWith = async (name: string) => page.getByRole('button', { name }).click()
  await page.getByText('Start', { exact: true }).click()
  await expect(request).toContainText('{"mark_started":true}')
  await sendWith('Start the job')
  await expect(changed).toContainText('in_progress')

  await page.getByLabel('Stage').fill('uploading')
  await page.getByRole('button', { name: '+1', exact: true }).click()
  await sendWith('Send the report')
  await expect(changed).toContainText('processed_items')
  await expect(changed).toContainText('metadata.stage')
  await expect(page.getByLabel('Stage')).toHaveValue('')

  const anError = page.getByRole('button', { name: 'An error' })
  await anError.press('Enter')
  const key = page.getByRole('textbox', { name: 'Key', exact: true })
  await expect(key).toBeFocused()
  await expect(page.getByText('Blank: not in the report')).toBeVisible()
  await page.getByRole('button', { name: 'Leave out the error' }).press('Enter')
  await expect(anError).toBeFocused()
  await anError.press('Enter')
  await key.fill('SKU-1')
  await expect(page.getByText('Blank: not in the report')).toHaveCount(0)
  await page.getByLabel('Error type').fill('image_missing')
  await page.getByLabel('Entity type').fill('product')
  await page.getByLabel('Message').last().fill('The main image answers 404.')
  await page.getByRole('button', { name: 'To total' }).click()
  await expect(request).toContainText('SKU-1')
  await expect(page.getByText('The job was created')).toHaveCount(0)
  await page.screenshot({ path: picture('window-report') })
  await page.getByLabel('Message').first().press('Control+Enter')
  await expect(changed).toContainText('failed_items')
  await expect(changed.getByRole('heading', { name: 'Reported' })).toBeFocused()

  await page.getByText('Complete', { exact: true }).click()
  await expect(page.getByText('This ends the job and cannot be taken back.')).toBeVisible()
  await sendWith('Complete the job…')
  const asked = page.getByRole('alertdialog', { name: 'Complete this job?' })
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await sendWith('Complete the job…')
  await asked.getByRole('button', { name: 'Complete the job' }).click()
  await expect(changed).toContainText('partial_success')

  expect((await posted()).map(path => path.replace(/jobs\/.+\//, 'jobs/*/'))).toEqual([
    '/api/jobs/',
    ...Array.from({ length: 4 }, () => '/api/jobs/*/progress'),
  ])
})

test('what the server complains of stands at its field, the rest on top, and what was typed is kept (fault 6)', async ({
  openReport,
  breakNextReport,
}) => {
  const { page } = await openReport()
  const detail = [
    { loc: ['body', 'stage'], msg: 'Value is not a stage', type: 'value_error' },
    { loc: ['body', 'colour'], msg: 'Field required', type: 'missing' },
  ]
  await breakNextReport({ kind: 'answer', status: 422, body: { detail } })
  await page.getByLabel('Stage').fill('flying')
  await page.getByLabel('Processed').fill('5')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByText('Value is not a stage')).toBeVisible()
  await expect(page.getByLabel('Stage')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('alert').filter({ hasText: 'The server refused it (422)' })).toContainText(
    'colour: Field required',
  )
  await expect(page.getByLabel('Processed')).toHaveValue('5')

  await page.getByLabel('Stage').fill('uploading')
  await expect(page.getByText('Value is not a stage')).toHaveCount(0)
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByLabel('What was changed')).toContainText('uploading')
})

test('a half-typed report survives a kill, and an empty one is not sent', async ({
  open,
  openReport,
  posted,
  desktop,
  stateUntil,
}) => {
  const first = await openReport()
  await first.page.getByRole('button', { name: 'Send the report' }).click()
  await expect(first.page.getByRole('alert')).toContainText('nothing to report')
  await first.page.getByLabel('Message', { exact: true }).fill('Half way')
  await first.page.getByRole('button', { name: 'Metadata' }).click()
  await first.page.getByLabel('Metadata to merge').fill('{"half": ')
  await expect(first.page.getByText('Kept as a draft in the outbox.')).toBeVisible()
  // It says so from the message on; what was typed after that is kept a moment later.
  await stateUntil(({ posts }) => posts.some(({ form }) => form?.includes('half')))
  await first.app.kill()

  const opening = open()
  await desktop.tray.until(item => item.tooltip.includes('active'))
  await desktop.tray.activate()
  const { page } = await opening
  await page.getByRole('button', { name: /^Outbox/ }).click()
  await page.getByRole('button', { name: 'Go on writing' }).click()
  await expect(page.getByLabel('Message', { exact: true })).toHaveValue('Half way')
  await expect(page.getByLabel('Metadata to merge')).toHaveValue('{"half": ')
  expect(await posted()).toEqual([])
})

test('a key that may only read switches the form off, and a person may try all the same', async ({
  openReport,
  breakNextReport,
}) => {
  const { page } = await openReport()
  await breakNextReport({ kind: 'answer', status: 403, body: { detail: 'Missing permission job:create' } })
  await page.getByLabel('Processed').fill('5')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByText('This connection only reads.')).toBeVisible()
  await expect(page.getByText('job:create')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByLabel('Processed')).toHaveValue('5')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByLabel('What was changed')).toContainText('processed_items')
})

test('emptying the form keeps the keyboard in it, and Undo puts back what was typed', async ({ openReport }) => {
  const { page } = await openReport()
  await keepToasts(page)
  await page.getByLabel('Message', { exact: true }).fill('Half way')
  await page.getByRole('button', { name: 'Empty the form' }).click()
  await expect(page.getByLabel('Message', { exact: true })).toHaveValue('')
  await expect(page.getByRole('radio', { name: 'No change' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Message', { exact: true })).toHaveValue('Half way')
})
