import { axeViolations } from './support/axe'
import { dialogs, pages, wear } from './support/screens'
import { expect, test } from './support/window'

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong on any page or dialog, ${theme}`, async ({ openDemo }) => {
    test.setTimeout(180_000)
    const { app, page } = await openDemo()
    await wear(page, theme)
    const wrong: string[] = []
    for (const { name, go } of [...pages, ...dialogs]) {
      await page.keyboard.press('Escape')
      await go(page)
      // What fades in has no contrast yet.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))
      wrong.push(...(await axeViolations(app.electron)).map(line => `${name}: ${line}`))
    }
    expect(wrong).toEqual([])
  })
}

test('axe finds nothing wrong at the first run, light and dark', async ({ open }) => {
  const { app, page } = await open()
  await page.getByRole('button', { name: 'MerchantOps' }).waitFor()
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme)
    expect(await axeViolations(app.electron), theme).toEqual([])
  }
  await page.getByRole('button', { name: 'MerchantOps' }).click()
  expect(await axeViolations(app.electron)).toEqual([])
})
