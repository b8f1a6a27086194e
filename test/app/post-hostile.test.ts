import { expect, job, test } from './support/report'
import { resize } from './support/resize'

const markup = `<img src=x onerror="document.title='executed'"><script>document.title='executed'</script>`
const endless = 'pneumonoultramicroscopic'.repeat(400)

test('what a server answers to a report stays text, and bursts no layout in a narrow window', async ({
  open,
  breakNextReport,
  server,
  watchMerchant,
}) => {
  await server.control.merchantJob(job, {
    status: 'in_progress',
    total_items: 10,
    processed_items: 1,
    metadata: { stage: endless, last_message: markup },
  })
  const { app, page } = await open()
  await watchMerchant(job)
  await resize({ app, page }, 420, 680)
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  await page.getByRole('button', { name: job.slice(-8) }).focus()
  await page.keyboard.press('r')
  expect(await fits()).toBe(true)

  const detail = [
    { loc: ['body', 'stage'], msg: `${markup} ${endless}`, type: markup },
    { loc: ['body', endless], msg: markup, type: 'missing' },
  ]
  await breakNextReport({ kind: 'answer', status: 422, body: { detail } })
  await page.getByLabel('Stage').fill('uploading')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The server refused it (422)' })).toContainText('<img src=x')
  expect(await fits()).toBe(true)

  await page.getByLabel('Stage').fill(endless.slice(0, 900))
  await page.getByLabel('Message', { exact: true }).fill(markup)
  await breakNextReport({ kind: 'drop-after-apply' })
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByRole('region', { name: 'A post that may have arrived' })).toContainText('Can’t tell.')
  expect(await fits()).toBe(true)
  await page.getByRole('button', { name: /^Outbox/ }).click()
  await expect(page.getByRole('region', { name: 'A post that may have arrived' })).toBeVisible()
  expect(await fits()).toBe(true)
  expect(await page.title()).toBe('Jobtray')
  expect(await page.locator('img, iframe, a[href]').count()).toBe(0)
})
