import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextDownload } from './support/download'
import { expect, job, test } from './support/report'

const many = 1_000
const rows = Array.from({ length: many }, (_, index) => `SKU-${index},image_missing,"No image, row ${index}"`)
const csv = `sku,error_type,message\n${rows.join('\n')}\n,image_missing,a row without a key\n`

test('a thousand errors are checked, posted, held, stopped, and what was left is posted from its file', async ({
  openReport,
  ask,
  desktop,
}) => {
  test.setTimeout(300_000)
  const { app, page, connectionId } = await openReport({ status: 'in_progress', total_items: many, processed_items: 0 })
  await page.getByText('Many errors').click()
  const given = join(desktop.home, 'errors.csv')
  writeFileSync(given, csv)
  await page.getByLabel('File of errors').setInputFiles(given)
  await expect(page.getByText('1,000 good rows')).toBeVisible()
  await expect(page.getByLabel('Rows left out')).toContainText('Line 1,002')
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('sku')
  await page.getByRole('button', { name: 'Send 1,000 errors' }).click()

  const bar = page.getByRole('progressbar', { name: 'Sent' }).first()
  const posted = async () => Number(await bar.getAttribute('aria-valuenow'))
  await expect.poll(posted).toBeGreaterThan(20)
  await page.getByRole('button', { name: 'Hold' }).click()
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
  const held = await posted()
  expect(held).toBeLessThan(many)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect.poll(posted).toBeGreaterThan(held + 20)
  await page.getByRole('button', { name: 'Stop…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stop the run' }).click()
  await expect(page.getByText(/^Stopped; /)).toBeVisible()

  const file = join(desktop.home, 'not-sent.csv')
  const saved = await nextDownload(app.electron, file)
  await page.getByRole('button', { name: 'Save what was not sent…' }).click()
  expect(await saved()).toBe('completed errors-not-sent.csv')
  await page.getByLabel('File of errors').setInputFiles(file)
  await page.getByRole('button', { name: /^Send [\d,]+ errors$/ }).click()
  await expect(page.getByText('All sent.')).toBeVisible({ timeout: 180_000 })

  await ask('jobs:look-now', [{ connectionId, jobId: job }])
  await expect
    .poll(async () => (await ask('jobs:read', { connectionId, jobId: job })).watched?.job?.errorsListed)
    .toBe(many)
  const ref = { connectionId, jobId: job }
  const pages = await Promise.all([0, 500].map(offset => ask('jobs:read-errors', ref, offset, 500)))
  const keys = pages.flatMap(({ entries }) => entries.map(({ entityKey }) => entityKey))
  expect(keys).toHaveLength(many)
  expect(new Set(keys).size).toBe(many)
})

test('what is pasted is read: a little stays in the field to be looked over, a lot is checked at once', async ({
  openReport,
}) => {
  const { app, page } = await openReport({ status: 'in_progress' })
  await page.getByText('Many errors').click()
  const field = page.getByLabel('Errors or warnings')
  const paste = async (text: string) => {
    await app.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
    await field.focus()
    await page.keyboard.press('Control+v')
  }
  await paste('{"sku": "A", "type": "gap", "message": "No colour"}\n{"sku": "B"}')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText('1 good row')).toBeVisible()
  await expect(page.getByText(/^These have no entity type: .* may count no item as failed\.$/)).toBeVisible()
  await expect(page.getByLabel('Rows left out')).toContainText('Line 2Error type and Message missing.')
  await page.getByRole('button', { name: 'Cancel' }).click()
  const rowsAfter = rows.slice(0, 40).join('\n')
  await field.fill(`sku,error_type,message\nSKU-1,gap,x\nSKU-2,gap,"never closed\n${rowsAfter.replaceAll('"', '')}`)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText(/^Line 3 opens a quote that is never closed\./)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send [\d,]+ errors/ })).toHaveCount(0)
  await field.fill('sku,error_type,message\nA,gap,"x\nB,gap,y\nC\nD,gap,z"\nE,gap,x')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(
    page.getByText(/^The quote in line 2 ends only in line 5, and the lines between look like/),
  ).toBeVisible()
  await expect(page.getByText('2 good rows')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(field).toHaveValue('')
  await paste(csv)
  await expect(page.getByText('1,000 good rows')).toBeVisible()
})

test('rows within a quote are left out with their lines, meant so by one press, mended by Edit, and told of in the end', async ({
  openReport,
}) => {
  const { page } = await openReport({ status: 'in_progress' })
  await page.getByText('Many errors').click()
  const field = page.getByLabel('Errors or warnings')
  const swallowing =
    'sku,error_type,message\nA,gap,x\nB,gap,"19\nC,gap,y\nD,gap,y\nE,gap,y\nF,gap,21"\nG,gap,z\nH,gap,w'
  await field.fill(swallowing)
  const check = () => page.getByRole('button', { name: 'Check', exact: true }).click()
  await check()
  await expect(page.getByText('3 good rows. 5 rows are left out: lines 3 to 7.')).toBeVisible()
  await page.getByRole('button', { name: 'It is meant so' }).click()
  await expect(page.getByText('4 good rows.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(field).toHaveValue(swallowing)
  await field.fill(swallowing.replace('"19', '19').replace('21"', '21').replace('H,gap', ',gap'))
  await check()
  await expect(page.getByText('7 good rows. 1 row is left out: line 9.')).toBeVisible()
  await page.getByRole('button', { name: 'Send 7 errors' }).click()
  await expect(page.getByText('All sent; 1 row left out.')).toBeVisible()
})

test('a file with letters in the code page of Windows is refused before a wrong key is sent', async ({
  openReport,
  desktop,
}) => {
  const { page } = await openReport({ status: 'in_progress', total_items: 10, processed_items: 0 })
  await page.getByText('Many errors').click()
  const given = join(desktop.home, 'errors.csv')
  writeFileSync(given, 'sku,error_type,message\nGröße-1,image_missing,No image\n', 'latin1')
  await page.getByLabel('File of errors').setInputFiles(given)
  await expect(page.getByText('This file is not in UTF-8.')).toBeVisible()
  writeFileSync(given, '\ufeffsep=;\r\nsku;error_type;message\r\nGröße-1;image_missing;No image;\r\n')
  await page.getByLabel('File of errors').setInputFiles(given)
  await expect(page.getByText('such as Größe-1')).toBeVisible()
})

test('what is being put in line can no longer be cancelled or edited', async ({ openReport }) => {
  const { app, page } = await openReport({ status: 'in_progress', total_items: 10, processed_items: 0 })
  await app.electron.evaluate(({ ipcMain }) => {
    const handlers: Map<string, (...args: unknown[]) => Promise<unknown>> = Reflect.get(ipcMain, '_invokeHandlers')
    const change = handlers.get('runs:change')
    if (change === undefined) throw new Error('nobody sends')
    if (Reflect.has(globalThis, 'letGo')) return
    const letGo = new Promise(resolve => Reflect.set(globalThis, 'letGo', resolve))
    handlers.set('runs:change', async (...args) => {
      await letGo
      return change(...args)
    })
  })
  await page.getByText('Many errors').click()
  await page.getByLabel('Errors or warnings').fill('sku,error_type,message\nSKU-1,image_missing,No image\n')
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('button', { name: 'Send 1 error' }).click()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Edit' })).toBeDisabled()
  await app.electron.evaluate(() => Reflect.apply(Reflect.get(globalThis, 'letGo'), undefined, []))
  await expect(page.getByText('All sent.')).toBeVisible()
})

test('a JSON list with a mistake stays in the field with its place, and a bad entry of one is named as an entry', async ({
  openReport,
}) => {
  const { page } = await openReport({ status: 'in_progress', total_items: 10, processed_items: 0 })
  await page.getByText('Many errors').click()
  const field = page.getByLabel('Errors or warnings')
  const row = '{ "sku": "A",\n    "error_type": "gap", "message": "x" }'
  await field.fill(`[\n  ${row},\n]`)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText('This JSON list cannot be read: line 4, column 1. A value is missing.')).toBeVisible()
  await field.fill(`[\n  ${row},\n  { "sku": "B" }\n]`)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText('1 good row. 1 row is left out: entry 2.')).toBeVisible()
  await expect(page.getByLabel('Rows left out')).toContainText('Entry 2Error type and Message missing.')
})
