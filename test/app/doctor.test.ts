import { clipboardText } from './support/clipboard'
import { expect, test } from './support/window'

test('the connection is tested step by step, a lost key is named with advice, and the report is copied', async ({
  open,
  server,
  watchMerchant,
}) => {
  const { app, page } = await open()
  await watchMerchant('enrichment-none')
  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  const opener = page.getByRole('button', { name: /^Acts for/ })
  await opener.click()
  await page.getByRole('menuitem', { name: 'Test…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Test the connection' })
  await expect(dialog).toContainText('All is well.')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'May report progress' })).toContainText('In order')

  await server.control.fault({ fault: { kind: 'answer', status: 401, body: { detail: 'Not authenticated' } } })
  await dialog.getByRole('button', { name: 'Test again' }).click()
  await expect(dialog).toContainText('Something stands in the way.')
  const key = dialog.getByRole('listitem').filter({ has: page.getByText('Key', { exact: true }) })
  await expect(key).toContainText('Failed')
  await expect(dialog.getByText('Not reached').first()).toBeAttached()
  await dialog.getByRole('button', { name: 'Copy the report' }).click()
  await expect.poll(() => clipboardText(app.electron)).toMatch(/^Outfitters \(MerchantOps, http:\/\/127\.0\.0\.1:\d+\)/)
  const copied = await clipboardText(app.electron)
  expect(copied).toMatch(/FAILED +Key/)
  expect(copied).not.toContain(server.merchant.key ?? '-')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('the keyboard stays in the dialog when a test begins anew, and a server that asks for a pause is asked on request', async ({
  open,
  server,
  watchMerchant,
}) => {
  const { page } = await open()
  await watchMerchant('enrichment-none')
  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  await server.control.fault({
    fault: {
      kind: 'answer',
      status: 429,
      body: { detail: 'slow down' },
      retry_after: { form: 'seconds', seconds: 60 },
    },
  })
  await page.getByRole('button', { name: /^Acts for/ }).click()
  await page.getByRole('menuitem', { name: 'Test…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Test the connection' })
  await expect(dialog.locator(':focus')).toHaveCount(1)
  const again = dialog.getByRole('button', { name: 'Test again' })
  await expect(again).toBeEnabled()
  await again.press('Enter')
  await expect(dialog.locator(':focus')).toHaveCount(1)
  const insist = dialog.getByRole('button', { name: 'Ask all the same' })
  await expect(insist).toBeVisible()
  await insist.press('Enter')
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await expect(again).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
