import { expect, test } from './support/window'

const markup = `<img src=x onerror="document.title='executed'"><script>document.title='executed'</script>`
const rightToLeft = '\u202etxt.exe \u05e9\u05dc\u05d5\u05dd'
const endless = 'pneumonoultramicroscopic'.repeat(42_000)

test('text of a server stays text: nothing is executed, no policy broken, no layout burst', async ({
  open,
  server,
  watchMerchant,
}) => {
  const id = 'job<b>&"/%2e'
  await server.control.merchantJob(id, {
    job_type: markup,
    status: 'in_progress',
    total_items: 10,
    processed_items: 1_000_000,
    error_message: endless,
    metadata: { stage: rightToLeft, last_message: markup, '<i>name</i>': { deep: [markup, endless, null] } },
    errors: [
      {
        entity_key: markup,
        entity_type: rightToLeft,
        error_type: endless,
        message: markup,
        timestamp: 'yesterday',
        step: markup,
        details: { html: markup },
      },
    ],
  })
  const { page } = await open()
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective}`))
  })
  await watchMerchant(id)
  const row = page.getByRole('listitem').filter({ has: page.getByRole('progressbar') })
  await expect(row).toContainText('<img src=x')
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(await fits()).toBe(true)
  await row.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x')
  expect(await fits()).toBe(true)
  await page.getByRole('tab', { name: 'Errors' }).click()
  await page.getByRole('list', { name: 'Errors' }).getByRole('button').click()
  await expect(page.getByText('html', { exact: true })).toBeVisible()
  expect(await fits()).toBe(true)
  await page.getByRole('button', { name: 'Find in all jobs' }).click()
  await expect(page.getByRole('list', { name: 'Places' })).toContainText('<img src=x')
  expect(await fits()).toBe(true)
  await page.getByRole('list', { name: 'Places' }).getByRole('button').click()
  await expect(page.getByRole('region', { name: 'Groups' })).toContainText('pneumono')
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('<img src=x')
  expect(await fits()).toBe(true)
  await page.getByRole('tab', { name: 'Metadata' }).click()
  await expect(page.getByRole('button', { name: '<i>name</i>' })).toBeVisible()
  expect(await fits()).toBe(true)
  expect(await page.title()).toBe('Jobtray')
  expect(await page.locator('img, iframe, a[href]').count()).toBe(0)
})
