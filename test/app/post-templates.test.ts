import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextDownload } from './support/download'
import { keepToasts } from './support/toasts'
import { expect, test } from './support/window'

test('a template is saved, taken, deleted, given back by its file, and a file of something else is refused', async ({
  open,
  watchMerchant,
  desktop,
}) => {
  const { app, page } = await open()
  await watchMerchant('enrichment-none')
  await page.getByRole('button', { name: 'Create job…' }).click()
  await page.getByLabel('Job type').fill('crawl')
  await page.getByLabel('Total items').fill('0')
  await page.getByLabel('Metadata').fill('{"feed": "eu"}')
  await page.getByRole('button', { name: 'Save as…' }).click()
  await expect(page.locator('input:focus')).toHaveValue('')
  await page.keyboard.type('Nightly')
  await page.keyboard.press('Enter')
  const choice = page.getByLabel('Template', { exact: true })
  await expect(choice).toHaveValue('Nightly')

  const file = join(desktop.home, 'templates.json')
  const saved = await nextDownload(app.electron, file)
  await page.getByRole('button', { name: 'To a file…' }).click()
  expect(await saved()).toBe('completed jobtray-templates.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([
    { name: 'Nightly', input: { jobType: 'crawl', totalItems: 0, metadata: { feed: 'eu' } } },
  ])

  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(choice.getByRole('option')).toHaveText(['None saved yet'])
  await page.getByLabel('File of templates').setInputFiles(file)
  await expect(choice.getByRole('option')).toHaveText(['None', 'Nightly'])
  await page.getByLabel('Job type').fill('other')
  await choice.selectOption('Nightly')
  await expect(page.getByLabel('Job type')).toHaveValue('crawl')
  await expect(page.getByLabel('The request')).toContainText(
    '{"job_type":"crawl","total_items":0,"metadata":{"feed":"eu"}}',
  )

  await keepToasts(page)
  writeFileSync(file, '{"not": "templates"}')
  await page.getByLabel('File of templates').setInputFiles(file)
  await expect(page.getByText('This is not a file of templates')).toBeVisible()
})
