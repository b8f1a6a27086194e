import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chord } from './support/keys'
import { choosing } from './support/saving'
import { keepToasts } from './support/toasts'
import { expect, picture, test } from './support/window'

const job = 'enrichment-aaaa1111'
const types = ['image_missing', 'target_gap', 'timeout'] as const
const messages = [
  'The main image answers 404.',
  'No value for “material” was found.',
  '=HYPERLINK("http://x")',
] as const

const entry = (index: number) => ({
  entity_key: `SKU-${index}`,
  entity_type: 'product',
  error_type: types[index % 3],
  message: messages[index % 3],
  step: 'download',
  timestamp: new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString(),
  details: { attempt: index },
})
const entries = (many: number) => Array.from({ length: many }, (_, index) => entry(index))

test('errors by group, searched, one opened, saved as files, and what is new since one looked', async ({
  openWatching,
  server,
  profile,
}) => {
  const body = { status: 'in_progress', total_items: 9_000, processed_items: 100, failed_items: 5_000 }
  const { app, page } = await openWatching([job], { ...body, errors: entries(1_300) })
  await keepToasts(page)
  await page.getByRole('button', { name: job.slice(-8) }).click()
  await expect(page.getByRole('region', { name: 'What failed' })).toContainText('image_missing')
  await page.screenshot({ path: picture('job-overview') })
  await page
    .getByRole('button', { name: 'Show all 1,300 errors in 3 groups' })
    .or(page.getByRole('button', { name: 'Show all 1,300 errors' }))
    .first()
    .click()

  await expect(page.getByText('1,300 listed of 5,000 failed.')).toBeVisible()
  const groups = page.getByRole('region', { name: 'Groups' }).getByRole('button')
  await expect(groups).toHaveText([/^434image_missing/, /^433target_gap/, /^433timeout/])
  const list = page.getByRole('list', { name: 'Errors' })
  const rows = list.getByRole('button')
  await expect(rows.first()).toContainText('SKU-1299')
  expect(await rows.count()).toBeLessThan(40)

  await rows.first().focus()
  await page.keyboard.press('End')
  await expect(list.getByText('SKU-0', { exact: true })).toBeVisible()
  const opened = page.getByRole('region', { name: 'Entry' })
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(opened).toContainText('SKU-1298')
  await page.screenshot({ path: picture('job-errors') })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Entry' })).toHaveCount(0)

  await groups.nth(2).click()
  await expect(rows.first()).toContainText('SKU-1298')
  const csv = join(profile, 'errors.csv')
  await choosing(app.electron, csv)
  await page.getByRole('button', { name: 'Save 433' }).click()
  await page.getByRole('menuitem', { name: 'As CSV…' }).click()
  await expect(page.getByText(`433 entries saved in ${csv}.`)).toBeVisible()
  const lines = (await readFile(csv, 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(434)
  expect(lines[1]).toContain(`,"'=HYPERLINK(""http://x"")",`)
  await groups.nth(2).click()

  await page.getByRole('searchbox', { name: 'Search the errors' }).fill('sku-129')
  await expect(page.getByRole('button', { name: 'Save 11' })).toBeVisible()
  const keys = join(profile, 'keys.txt')
  await choosing(app.electron, keys)
  await page.getByRole('button', { name: 'Save 11' }).click()
  await page.getByRole('menuitem', { name: 'The keys alone…' }).click()
  await expect(page.getByText(`11 keys saved in ${keys}.`)).toBeVisible()
  expect((await readFile(keys, 'utf8')).split('\n').slice(0, 2)).toEqual(['SKU-1299', 'SKU-1298'])

  await page.getByRole('tab', { name: 'Overview' }).click()
  await server.control.change(job, { errors: [...entries(1_300), entry(1_300), entry(1_301)] })
  await page.getByRole('button', { name: 'Look now' }).click()
  await page.getByRole('tab', { name: 'Errors 1,302' }).click()
  await page.getByRole('button', { name: '2 new since you looked' }).click()
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('SKU-1301')
})

test('a place that cannot be written to is told in a sentence', async ({ openWatching }) => {
  const { app, page } = await openWatching([job], { status: 'in_progress', failed_items: 3, errors: entries(3) })
  await keepToasts(page)
  await page.getByRole('button', { name: job.slice(-8) }).click()
  await page.getByRole('tab', { name: 'Errors' }).click()
  await choosing(app.electron, '/proc/errors.csv')
  await page.getByRole('button', { name: 'Save 3' }).click()
  await page.getByRole('menuitem', { name: 'As JSON lines…' }).click()
  await expect(page.getByText(/^(The file could not be written|This folder may not be written to)/)).toBeVisible()
})

test('an item is found in all jobs, and leads to its entry', async ({ open, server, watchMerchant }) => {
  const other = 'crawl-bbbb2222'
  await server.control.merchantJob(job, { status: 'in_progress', errors: entries(30) })
  await server.control.merchantJob(other, {
    job_type: 'crawl',
    status: 'in_progress',
    warnings: [{ ...entry(7), message: 'A late one.' }],
    reference_keys: [
      { entity_type: 'product', key: 'SKU-7' },
      { entity_type: 'product', key: 'SKU-700' },
    ],
  })
  const { page } = await open()
  await watchMerchant(job, other)
  await page.getByRole('button', { name: 'Find an item' }).click()
  await page.getByRole('textbox', { name: 'Keys of items' }).fill('sku-7')
  const places = page.getByRole('list', { name: 'Places' }).getByRole('button')
  await expect(places).toHaveCount(4)
  await expect(page.getByText('Named in 4 places.')).toBeVisible()
  await expect(places.nth(0)).toContainText('Failed')
  await expect(places.nth(1)).toContainText('A late one.')
  await expect(places.nth(2)).toContainText('Listed')
  await expect(places.nth(3)).toContainText('SKU-700')
  await page.screenshot({ path: picture('find-item') })
  await places.nth(1).click()
  await expect(page.getByRole('searchbox', { name: 'Search the warnings' })).toHaveValue('SKU-7')
  await page.getByRole('list', { name: 'Warnings' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Find in all jobs' }).click()
  const field = page.getByRole('textbox', { name: 'Keys of items' })
  await expect(field).toHaveValue('SKU-7')
  await expect(places).toHaveCount(4)

  // Escape empties the field, then frees the keyboard: letters are the window's again.
  await field.press('Escape')
  await expect(field).toHaveValue('')
  await field.press('Escape')
  await expect(field).not.toBeFocused()
  await chord(page, 'g', 'j')
  await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible()
})
