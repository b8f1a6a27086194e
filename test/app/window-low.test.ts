import type { Locator } from 'playwright/test'
import { resize } from './support/resize'
import { expect, picture, test } from './support/window'

const job = 'enrichment-aaaa1111'

/** What of it can be seen at once, in px of the page, once it was scrolled to. */
async function seenHeight(locator: Locator): Promise<number> {
  await locator.scrollIntoViewIfNeeded()
  return locator.evaluate(element => {
    const { top, bottom } = element.getBoundingClientRect()
    let [from, to] = [Math.max(0, top), Math.min(window.innerHeight, bottom)]
    for (let over = element.parentElement; over !== null; over = over.parentElement) {
      if (getComputedStyle(over).overflowY === 'visible') continue
      const box = over.getBoundingClientRect()
      from = Math.max(from, box.top)
      to = Math.min(to, box.bottom)
    }
    return to - from
  })
}

for (const [width, height, zoom] of [
  [960, 680, 2],
  [420, 680, 2],
  // As high as most screens, and yet header and tabs fill all of it.
  [420, 1_000, 2],
] as const)
  test(`at ${zoom * 100} % in a window of ${width} x ${height} px every part of a page can be reached: it scrolls as a whole`, async ({
    open,
    server,
    watchMerchant,
  }) => {
    const errors = Array.from({ length: 40 }, (_, index) => ({
      entity_key: `SKU-${index}`,
      entity_type: 'product',
      error_type: `type_${index % 4}`,
      message: 'The main image answers 404.',
    }))
    await server.control.merchantJob(job, { status: 'in_progress', total_items: 90, failed_items: 40, errors })
    const { app, page } = await open()
    await watchMerchant(job)
    const row = page.getByRole('button', { name: job.slice(-8) })
    await row.waitFor()
    await resize({ app, page }, width, height, zoom)
    const named = (name: RegExp) => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name })
    for (const name of [/^Jobs/, /^Find/, /^Inbox/, /^Outbox/, /^Connections/, /^Settings/]) {
      await expect.poll(() => seenHeight(named(name))).toBeGreaterThan(20)
      await expect.poll(async () => (await named(name).boundingBox())?.width).toBeGreaterThan(20)
    }
    await page.screenshot({ path: picture(`low-${width}-${height}-jobs`) })

    await row.click()
    await page.getByRole('tab', { name: /^Errors/ }).click()
    const rows = page.getByRole('list', { name: 'Errors' })
    await rows.getByText('SKU-39').waitFor()
    await expect.poll(() => seenHeight(rows.locator('..'))).toBeGreaterThan(150)
    await rows.getByRole('button').first().focus()
    await expect(rows.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('End')
    await expect(rows.getByText('SKU-0', { exact: true })).toBeInViewport()
    await page.screenshot({ path: picture(`low-${width}-${height}-errors`) })

    await page.getByRole('button', { name: /^Report progress/ }).click()
    const field = page.getByRole('group', { name: 'What to report' }).getByRole('textbox').first()
    await expect.poll(() => seenHeight(field)).toBeGreaterThan(20)
    await page.screenshot({ path: picture(`low-${width}-${height}-report`) })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })
