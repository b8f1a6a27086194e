import { expect, test } from './support/report'
import { picture } from './support/window'

test('before many errors are sent it is said that a sheet has shortened their keys, or that an entry has a field twice; they can be sent all the same', async ({
  openReport,
}) => {
  const { page } = await openReport({ status: 'in_progress', total_items: 10, processed_items: 0 })
  await page.getByText('Many errors').click()
  const field = page.getByRole('textbox', { name: 'Errors or warnings' })
  await field.fill('sku,error_type,message\n1.23E+12,lost,Lost.\nSKU-2,lost,Lost.\n')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('The key “1.23E+12” looks like a long number')).toBeVisible()
  await page.screenshot({ path: picture('many-shortened') })
  await expect(page.getByRole('button', { name: 'Send 2 errors' })).toBeEnabled()

  await page.getByRole('button', { name: 'Edit' }).click()
  await field.fill('[{"sku":"A","sku":"B","error_type":"lost","message":"Lost."}]')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Entry 1 has the field “sku” more than once: the last one is taken.')).toBeVisible()
  await expect(page.getByText('looks like a long number')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Send 1 error' })).toBeEnabled()
})
