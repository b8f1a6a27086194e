import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/window'

const error = (key: string) => ({ entity_key: key, entity_type: 'product', error_type: 'lost', message: 'Lost.' })

test('the errors of picked jobs, none of which was opened, are saved in one file that names the job of each', async ({
  open,
  server,
  watchMerchant,
  profile,
}) => {
  const ended = { status: 'failed', job_type: 'crawl' }
  await server.control.merchantJob('crawl-save0001', { ...ended, errors: [error('SKU-1'), error('SKU-2')] })
  await server.control.merchantJob('crawl-save0002', { ...ended, errors: [error('SKU-1')] })
  await server.control.merchantJob('crawl-none0003', { ...ended, errors: [] })
  const { app, page } = await open()
  await watchMerchant('crawl-save0001', 'crawl-save0002', 'crawl-none0003')
  const rows = page.getByRole('list', { name: 'Watched jobs' }).getByRole('button', { name: /^Crawl/ })
  await expect(rows).toHaveCount(3)
  await rows.first().focus()
  await page.keyboard.press('Control+a')
  const file = join(profile, 'errors.jsonl')
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  const save = async () => {
    await page.getByRole('button', { name: 'Save errors' }).click()
    await page.getByRole('menuitem', { name: 'As JSON lines…' }).click()
  }
  await save()
  await expect(page.getByText(`3 entries saved in ${file}.`)).toBeVisible()
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(
    lines
      .map(line => JSON.parse(line))
      .map(({ job_id, entity_key }) => `${job_id} ${entity_key}`)
      .sort(),
  ).toEqual(['crawl-save0001 SKU-1', 'crawl-save0001 SKU-2', 'crawl-save0002 SKU-1'])

  await page.getByRole('combobox', { name: 'Filter jobs' }).fill('id:none')
  await expect(page.getByText('1 job picked')).toBeVisible()
  await save()
  await expect(page.getByText('None of these jobs lists an error, so there is nothing to save.')).toBeVisible()
})
