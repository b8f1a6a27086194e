import type { Page } from 'playwright/test'
import { expect, test } from './support/window'

const scroller = (page: Page) => page.getByRole('list', { name: 'Watched jobs' }).locator('..')
const top = (page: Page) => scroller(page).evaluate(element => element.scrollTop)

/** Scrolls until the list stands there, px. */
async function scroll(page: Page, to: number): Promise<void> {
  await expect(async () => {
    await scroller(page).evaluate((element, to) => element.scrollTo(0, to), to)
    expect(await top(page)).toBe(to)
  }).toPass()
}

test('another filter, scope or order begins at the top of the list; a job that is left leads back to its place', async ({
  openDemo,
}) => {
  const { page } = await openDemo()
  const field = page.getByRole('combobox', { name: 'Filter jobs' })
  await scroll(page, 200)
  await field.fill('sandbox')
  await expect.poll(() => top(page)).toBe(0)

  await scroll(page, 200)
  await page.getByRole('button', { name: 'Group and sort' }).click()
  await page.getByRole('menuitemradio', { name: 'Newest first' }).click()
  await expect.poll(() => top(page)).toBe(0)
  await page.keyboard.press('Escape')

  // With nothing to be listed in between.
  await scroll(page, 200)
  await field.fill('no such job at all')
  await expect(page.getByText('No job matches')).toBeVisible()
  await field.fill('')
  await expect(scroller(page)).toBeVisible()
  await expect.poll(() => top(page)).toBe(0)

  await scroll(page, 200)
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /MerchantOps sandbox/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('MerchantOps sandbox')
  await expect.poll(() => top(page)).toBe(0)

  await page.getByRole('button', { name: /^Jobs/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jobs')
  await scroll(page, 200)
  const list = page.getByRole('list', { name: 'Watched jobs' })
  // One near the middle of what is in view, so that taking the keyboard moves nothing; a heading leads nowhere.
  await expect(async () => {
    const box = await scroller(page).boundingBox()
    const middle = (box?.y ?? 0) + (box?.height ?? 0) / 2
    const tops = await list
      .getByRole('listitem')
      .filter({ has: page.getByRole('button') })
      .evaluateAll(rows => rows.map(row => row.getBoundingClientRect()).map(({ y, height }) => y + height / 2))
    const [nearest] = tops.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    await page.mouse.click((box?.x ?? 0) + 120, nearest ?? middle)
    // The demo goes on, and its rows move.
    await expect(list).toHaveCount(0, { timeout: 5_000 })
  }).toPass()
  // The list goes a moment before the page of the job can be left by a key.
  await expect(page.getByRole('tab').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(scroller(page)).toBeVisible()
  await expect.poll(() => top(page)).toBe(200)
})
