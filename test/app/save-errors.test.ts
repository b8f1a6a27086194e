import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clipboardText } from './support/clipboard'
import { pickAll } from './support/picking'
import { cancelSaving, choosing, lostItems, slowDisk } from './support/saving'
import { keepToasts } from './support/toasts'
import { expect, picture, test } from './support/window'

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
  await pickAll(page, 3)
  await keepToasts(page)
  const file = join(profile, 'errors.jsonl')
  await choosing(app.electron, file)
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

  await page.getByRole('button', { name: 'Save errors' }).click()
  await page.screenshot({ path: picture('save-menu') })
  await page.getByRole('menuitem', { name: 'Copy keys' }).click()
  await expect(page.getByText('2 keys copied.')).toBeVisible()
  const copied = async () => (await clipboardText(app.electron)).split('\n').sort()
  await expect.poll(copied).toEqual(['SKU-1', 'SKU-2'])

  await page.getByRole('combobox', { name: 'Filter jobs' }).fill('id:none')
  await expect(page.getByText('1 job picked')).toBeVisible()
  await save()
  await expect(page.getByText('None of these jobs lists an error, so there is nothing to save.')).toBeVisible()
})

test('saving that takes long says how far it is and can be cancelled, which leaves no file; then it can be begun anew', async ({
  openWatching,
  profile,
}) => {
  const ids = ['crawl-many0001', 'crawl-many0002', 'crawl-many0003']
  const { app, page } = await openWatching(ids, { status: 'failed', job_type: 'crawl', errors: lostItems(30_000) })
  await pickAll(page, 3)
  await keepToasts(page)
  const file = join(profile, 'errors.csv')
  await choosing(app.electron, file)
  await slowDisk(app.electron, 400)
  const bar = page.getByRole('toolbar', { name: 'Picked jobs' })
  const saver = bar.getByRole('button', { name: 'Save errors' })
  await saver.click()
  await page.getByRole('menuitem', { name: 'As CSV…' }).click()
  await expect(bar.getByRole('progressbar', { name: 'Saving' })).toHaveText(/^[0-2] of 3 jobs written…$/)
  await page.screenshot({ path: picture('saving-errors') })
  await cancelSaving(page, saver, file)
  await slowDisk(app.electron, 0)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'As CSV…' }).click()
  await expect(page.getByText(`90,000 entries saved in ${file}.`)).toBeVisible()
})
