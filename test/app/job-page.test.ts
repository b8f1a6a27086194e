import { resize } from './support/resize'
import { keepToasts } from './support/toasts'
import { expect, test } from './support/window'

const job = 'enrichment-page0001'
const error = (index: number) => ({
  entity_key: `SKU-${index}`,
  entity_type: 'product',
  error_type: index % 2 === 0 ? 'image_missing' : 'target_gap',
  message: 'The main image answers 404.',
  step: 'download',
  timestamp: new Date(new Date(2025, 0, 1, 12).getTime() + index * 60_000).toISOString(),
  details: null,
})
const errors = Array.from({ length: 300 }, (_, index) => error(index))
const body = { status: 'in_progress', total_items: 900, processed_items: 100, failed_items: 300, errors }

test('the letters of the list do the same on a job’s page, and E and W open what failed and what warned', async ({
  openWatching,
  stateUntil,
}) => {
  const { page } = await openWatching([job], { ...body, warnings: [error(1)] })
  await keepToasts(page)
  await page.getByRole('button', { name: job.slice(-8) }).click()
  await expect(page.getByRole('tab', { name: 'Overview', selected: true })).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.getByRole('tab', { name: 'Errors 300', selected: true })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search the errors' }).fill('wlpm')
  await expect(page.getByRole('tab', { name: 'Errors 300', selected: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Errors 300' }).focus()
  await page.keyboard.press('w')
  await expect(page.getByRole('tab', { name: 'Warnings 1', selected: true })).toBeVisible()
  await page.keyboard.press('p')
  await page.keyboard.press('m')
  await stateUntil(({ jobs }) => jobs[0]?.pinned === true && jobs[0].muted === true)
  await expect(page.getByRole('img', { name: 'Pinned' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByText('Copied 1 id.')).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByRole('button', { name: /^Send/ }).first()).toBeVisible()
})

test('of keys faster than the page is drawn none is lost in the errors', async ({ openWatching }) => {
  const { page } = await openWatching([job], body)
  await keepToasts(page)
  await page.getByRole('button', { name: job.slice(-8) }).click()
  await expect(page.getByRole('tab', { name: 'Overview', selected: true })).toBeVisible()
  await page.keyboard.press('e')
  const rows = page.getByRole('list', { name: 'Errors' }).getByRole('button')
  const opened = page.getByRole('region', { name: 'Entry' })
  for (let round = 1; round <= 6; round += 1) {
    await rows.first().focus()
    await page.keyboard.press('End')
    await expect(opened.getByRole('heading', { name: 'SKU-0', exact: true })).toBeVisible()
    await page.evaluate(async down => {
      const press = (key: string) => {
        const at = document.activeElement ?? document.body
        at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      }
      press('Home')
      for (let step = 0; step < down; step += 1) {
        await new Promise(resolve => setTimeout(resolve, step % 3))
        press('ArrowDown')
      }
    }, round)
    await expect(opened.getByRole('heading', { name: `SKU-${299 - round}`, exact: true })).toBeVisible()
  }
  await page.keyboard.press('c')
  await expect(page.getByText('Copied the key.')).toBeVisible()
})

test('a search within a group says so and goes over all groups again at one press; rows and groups say when', async ({
  openWatching,
}) => {
  const { page } = await openWatching([job], body)
  await page.getByRole('button', { name: job.slice(-8) }).click()
  await expect(page.getByRole('tab', { name: 'Overview', selected: true })).toBeVisible()
  await page.keyboard.press('e')
  const groups = page.getByRole('region', { name: 'Groups' }).getByRole('button')
  await expect(groups.first().locator('time')).toHaveText('1 Jan 2025')
  await expect(page.getByRole('list', { name: 'Errors' }).locator('time').first()).toHaveText('1 Jan 2025')
  await groups.filter({ hasText: 'target_gap' }).click()
  await page.getByRole('searchbox', { name: 'Search the errors' }).fill('sku-298')
  await expect(page.getByText('Nothing in this group matches.')).toBeVisible()
  await page.getByRole('button', { name: 'Only target_gap: show all groups' }).click()
  await expect(page.getByRole('list', { name: 'Errors' }).getByRole('button')).toHaveCount(1)
})

test('what a job’s page says can be selected, its tabs are all in view at 420 px, a paused connection is named', async ({
  openWatching,
  ask,
}) => {
  const keys = [{ entity_type: 'product', key: 'SKU-1' }]
  const { app, page } = await openWatching([job], { ...body, reference_keys: keys })
  await page.getByRole('button', { name: job.slice(-8) }).click()
  await expect(page.getByRole('tab', { name: 'Reference keys' })).toBeVisible()
  const selected = () =>
    page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body)
      return String(getSelection()).toLowerCase()
    })
  for (const text of ['failed', job, '900', 'image_missing', 'Watched since'])
    await expect.poll(selected).toContain(text.toLowerCase())

  await resize({ app, page }, 420, 680)
  const rights = () => page.getByRole('tab').evaluateAll(all => all.map(one => one.getBoundingClientRect().right))
  await expect.poll(async () => Math.max(...(await rights()))).toBeLessThanOrEqual(420)

  const [connection] = (await ask('state:read')).connections
  await ask('connections:change', connection?.id ?? '', { paused: true })
  await expect(page.getByText('connection paused')).toBeVisible()
})
