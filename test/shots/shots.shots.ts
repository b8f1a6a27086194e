import { resize } from '../app/support/resize'
import { dialogs, pages, wear } from '../app/support/screens'
import { picture, test } from '../app/support/window'

/** When so many jobs need attention, the others have a rate and a time left, and the failing one enough errors to be looked at. */
const aWhile = /^[4-9] need attention/

/** The life of this seed has one of which much fails. */
test('the three of the README', async ({ open }) => {
  const { app, page } = await open({ mode: 'demo', args: ['--seed', '7'] })
  await resize({ app, page }, 1_100, 760)
  await page.getByRole('button', { name: aWhile }).waitFor({ timeout: 240_000 })
  const take = async (theme: 'light' | 'dark', file: string) => {
    await wear(page, theme)
    await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished)))
    await page.screenshot({ path: picture(file) })
  }
  await take('light', 'readme')
  await page.getByRole('combobox', { name: 'Filter jobs' }).fill('558e233e8eda')
  await page.getByRole('button', { name: /^Enrichment.*558e233e8eda/ }).click()
  await page.getByRole('heading', { name: 'Over time' }).waitFor()
  await take('light', 'readme-job')
  await page.getByRole('tab', { name: /^Errors/ }).click()
  await page.getByRole('button', { name: /^Save/ }).waitFor()
  await take('dark', 'readme-errors')
})

const widths = { wide: 1_100, narrow: 420 } as const

for (const theme of ['light', 'dark'] as const) {
  test(`every page and dialog, ${theme}`, async ({ open }) => {
    const { app, page } = await open({ mode: 'demo', args: ['--seed', '7'] })
    await page.getByText('Needs attention').first().waitFor({ timeout: 120_000 })
    await wear(page, theme)
    for (const [width, pixels] of Object.entries(widths)) {
      await resize({ app, page }, pixels, 760)
      for (const { name, go } of [...pages, ...dialogs]) {
        await page.keyboard.press('Escape')
        await go(page)
        await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished)))
        await page.screenshot({ path: picture(`${name}-${theme}-${width}`) })
      }
    }
  })

  test(`the first run, ${theme}`, async ({ open }) => {
    const { app, page } = await open()
    await page.getByRole('button', { name: 'MerchantOps' }).waitFor()
    await wear(page, theme)
    for (const [width, pixels] of Object.entries(widths)) {
      await resize({ app, page }, pixels, 760)
      await page.screenshot({ path: picture(`first-run-${theme}-${width}`) })
    }
  })
}
