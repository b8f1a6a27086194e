import { axeViolations, endAnimations } from './support/axe'
import { dialogs, pages, wear, wrongsOn } from './support/screens'
import { expect, test } from './support/window'

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong on any page or dialog, ${theme}`, async ({ openDemo }) => {
    test.setTimeout(300_000)
    const { app, page } = await openDemo()
    await wear(page, theme)
    const look = async () => {
      await endAnimations(page)
      return axeViolations(app.electron)
    }
    expect(await wrongsOn(page, [...pages, ...dialogs], look)).toEqual([])
  })
}

test('axe finds nothing wrong at the first run, light and dark', async ({ open }) => {
  const { app, page } = await open()
  await page.getByRole('button', { name: 'MerchantOps' }).waitFor()
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme)
    await expect.poll(() => axeViolations(app.electron), theme).toEqual([])
  }
  await page.getByRole('button', { name: 'MerchantOps' }).click()
  await page.getByRole('textbox', { name: 'Name' }).waitFor()
  await expect.poll(() => axeViolations(app.electron)).toEqual([])
})
