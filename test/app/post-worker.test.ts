import { expect, test } from './support/window'

const job = 'enrichment-aaaa1111'

test('a job is worked through by the keyboard alone, at most one post a second, and nothing pressed is lost', async ({
  open,
  server,
  watchMerchant,
  ask,
}) => {
  await server.control.merchantJob(job, { status: 'pending', total_items: 20, processed_items: 0 })
  const { page } = await open()
  const connectionId = await watchMerchant(job)
  await page.getByRole('button', { name: job.slice(-8) }).focus()
  await page.keyboard.press('r')
  await page.getByRole('radio', { name: 'One report' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Start the job' })).toBeVisible()

  await page.keyboard.press('s')
  for (let press = 0; press < 7; press += 1) await page.keyboard.press('+')
  await page.keyboard.press('n')
  await expect(page.getByLabel('How far')).toContainText('7 of 20')
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: 'Key' })).toBeFocused()
  await page.keyboard.type('SKU-+end')
  await page.keyboard.press('Tab')
  await page.keyboard.type('gap')
  await page.keyboard.press('Tab')
  await page.keyboard.type('No colour')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'An error…' })).toBeFocused()
  for (let press = 0; press < 13; press += 1) await page.keyboard.press('+')
  await page.keyboard.press('d')
  const asked = page.getByRole('alertdialog', { name: 'Complete this job?' })
  await expect(asked).toContainText('20 processed')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('There is nothing left to do here.')).toBeVisible()

  const { watched } = await ask('jobs:read', { connectionId, jobId: job })
  expect(watched?.job).toMatchObject({ phase: 'ended', processed: 20, errorsListed: 1 })
  const posted = (await server.control.requests()).filter(({ method }) => method === 'POST')
  expect(posted.length).toBeGreaterThan(1)
  expect(posted.length).toBeLessThan(6)
})
