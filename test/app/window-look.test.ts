import { clipboardText } from './support/clipboard'
import { resize } from './support/resize'
import { openJob } from './support/screens'
import { keepToasts } from './support/toasts'
import { expect, picture, test } from './support/window'

const background = 'getComputedStyle(document.documentElement).backgroundColor'

test('the demo is alive in front of you, light and dark, wide and narrow, at twice the size', async ({ openDemo }) => {
  const { app, page } = await openDemo()
  const rows = page.getByRole('list', { name: 'Watched jobs' }).getByRole('progressbar')
  await expect(page.getByText('A sandbox on this machine')).toBeVisible()
  const said = () => rows.evaluateAll(bars => bars.map(bar => bar.getAttribute('aria-valuetext')).join('|'))
  await expect(rows.nth(5)).toBeVisible()
  const before = await said()
  await expect.poll(said).not.toBe(before)

  const jobs = () => page.getByRole('button', { name: /^Jobs/ }).click()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Dark', { exact: true }).click()
  await expect.poll(() => page.evaluate(background)).toMatch(/oklch\(0\.[12]/)
  await jobs()
  await page.screenshot({ path: picture('window-dark') })
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Light', { exact: true }).click()
  await expect.poll(() => page.evaluate(background)).toMatch(/oklch\(1 /)
  await jobs()
  await page.screenshot({ path: picture('window-light') })
  await openJob(page)
  await expect(page.getByRole('tab', { name: 'Metadata' })).toBeVisible()
  await page.screenshot({ path: picture('window-job') })
  await jobs()

  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  for (const [width, zoom] of [
    [420, 1],
    [960, 2],
    [1_400, 1],
  ] as const) {
    await resize({ app, page }, width, 680, zoom)
    await expect(rows.first()).toBeVisible()
    await expect.poll(fits, `${width} px, zoom ${zoom}`).toBe(true)
  }
})

test('watching can be paused and resumed, and the window says so', async ({ openWatching, stateUntil }) => {
  const { page } = await openWatching(['enrichment-aaaa1111'], {
    status: 'in_progress',
    total_items: 5,
    processed_items: 1,
  })
  await page.getByRole('button', { name: 'Pause watching' }).click()
  await expect(page.getByText('Watching is paused.')).toBeVisible()
  await stateUntil(state => state.settings.paused)
  await page.getByRole('button', { name: 'Resume', exact: true }).click()
  await expect(page.getByText('Watching is paused.')).toHaveCount(0)
})

test('a failed job waits under “Needs attention” until its page was opened', async ({
  open,
  server,
  watchMerchant,
  lookNow,
}) => {
  const job = 'crawl-dddd4444'
  await server.control.merchantJob(job, {
    job_type: 'crawl',
    status: 'in_progress',
    total_items: 5,
    processed_items: 1,
  })
  const { page } = await open()
  await watchMerchant(job)
  await server.control.change(job, { status: 'failed', error_message: 'The shop closed.' })
  await lookNow()
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible()
  await page.getByRole('button', { name: /^Inbox/ }).click()
  await page.getByRole('button', { name: /Crawl failed/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Crawl failed')
  await expect(page.getByText('The shop closed.')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the jobs' }).click()
  await expect(page.getByRole('heading', { name: 'Recent' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toHaveCount(0)
})

test('an id is copied although the page is granted no permission', async ({ openWatching }) => {
  const { app, page } = await openWatching(['enrichment-aaaa1111'], { status: 'in_progress' })
  await keepToasts(page)
  await page.getByRole('listitem').filter({ hasText: 'aaaa1111' }).click()
  await page.getByRole('button', { name: 'Copy the id' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect.poll(() => clipboardText(app.electron)).toBe('enrichment-aaaa1111')
})
