import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { choosing } from './support/saving'
import { keepToasts } from './support/toasts'
import { expect, picture, test } from './support/window'

const entry = (key: string, message: string) => ({
  entity_key: key,
  entity_type: 'product',
  error_type: 'image_missing',
  message,
  step: 'download',
  timestamp: '2026-01-01T00:00:00Z',
})

test('many pasted keys are found at once, narrowed to a connection and a type, and saved with those named nowhere', async ({
  open,
  server,
  watchMerchant,
  ask,
  stateUntil,
  profile,
}) => {
  await server.control.merchantJob('crawl-find0001', {
    status: 'in_progress',
    job_type: 'crawl',
    errors: [entry('SKU-1', 'The first.'), entry('SKU-10', 'The tenth.')],
  })
  await server.control.merchantJob('enrich-find002', {
    status: 'in_progress',
    warnings: [entry('SKU-2', 'The second.')],
  })
  const { app, page } = await open()
  await watchMerchant('crawl-find0001', 'enrich-find002')
  const saved = await ask('connections:save', null, { ...server.retail, name: 'Grid shop' }, false)
  expect(saved.ok).toBe(true)
  await stateUntil(({ connections }) => connections.length === 2)

  await page.getByRole('button', { name: 'Find an item' }).click()
  const field = page.getByRole('textbox', { name: 'Keys of items' })
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('SKU-2\r\nsku-1\r\nSKU-lost\r\n'))
  await field.press('Control+v')
  const places = page.getByRole('list', { name: 'Places' }).getByRole('button')
  await expect(places).toHaveCount(2)
  await keepToasts(page)
  await expect(places.nth(0)).toContainText('The second.')
  await expect(places.nth(1)).toContainText('The first.')
  await expect(page.getByText('2 of 3 keys are named, in 2 places.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Named nowhere' })).toContainText('SKU-lost')
  await page.screenshot({ path: picture('find-many') })

  const file = join(profile, 'items.csv')
  await choosing(app.electron, file)
  await page.getByRole('button', { name: 'Save the answer' }).click()
  await page.getByRole('menuitem', { name: 'As CSV…' }).click()
  await expect(page.getByText(`3 lines saved in ${file}.`)).toBeVisible()
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n')
  expect(lines[1]).toMatch(/^SKU-2,warned,SKU-2,enrich-find002,Outfitters,/)
  expect(lines[2]).toMatch(/^sku-1,failed,SKU-1,crawl-find0001,Outfitters,crawl,/)
  expect(lines[3]).toMatch(/^SKU-lost,nowhere,,/)

  const became = page.getByLabel('What became of it')
  await became.selectOption({ label: 'Failed only' })
  await expect(page.getByText('1 of 3 keys failed, in 1 place.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Not failed' })).toContainText('SKU-2, SKU-lost')
  await page.screenshot({ path: picture('find-failed-only') })
  await page.getByRole('button', { name: 'Save the answer' }).click()
  await page.getByRole('menuitem', { name: 'As JSON lines…' }).click()
  const results = async () =>
    (await readFile(file, 'utf8'))
      .trimEnd()
      .split('\n')
      .map(line => /"key":"([^"]*)","result":"([^"]*)"/.exec(line)?.slice(1))
  await expect(async () =>
    expect(await results()).toEqual([
      ['sku-1', 'failed'],
      ['SKU-2', 'not-failed'],
      ['SKU-lost', 'not-failed'],
    ]),
  ).toPass()
  await became.selectOption({ label: 'Failed, warned or listed' })
  await expect(places).toHaveCount(2)

  await page.getByLabel('Type of job').selectOption({ label: 'Crawl' })
  await expect(places).toHaveCount(1)
  await expect(page.getByText('1 of 3 keys are named, in 1 place.')).toBeVisible()
  await page.getByLabel('Connection', { exact: true }).selectOption({ label: 'Grid shop' })
  await expect(page.getByText('No job of this choice names any of these 3 keys.')).toBeVisible()
  await page.getByLabel('Connection', { exact: true }).selectOption({ label: 'All connections' })

  // Coming back from a job, the search is as it was.
  await places.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is running')
  await page.getByRole('button', { name: 'Find an item' }).click()
  await expect(field).toHaveValue(/SKU-2\s+sku-1\s+SKU-lost/)
  await expect(places).toHaveCount(1)
  await page.keyboard.type('SKU-1')
  await page.getByLabel('Type of job').selectOption({ label: 'All types of jobs' })
  await expect(places).toHaveCount(2)
})
