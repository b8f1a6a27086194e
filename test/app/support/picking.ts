import type { Page } from 'playwright/test'
import { expect } from '../../support/app'

/** Picks every job of the list, by key, once all of them are in it; resolves when the bar of acts on them is there. */
export async function pickAll(page: Page, many: number): Promise<void> {
  const rows = page.getByRole('list', { name: 'Watched jobs' }).getByRole('button', { name: /^(Crawl|Enrichment)/ })
  await expect(rows).toHaveCount(many)
  await rows.first().focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('toolbar', { name: 'Picked jobs' })).toContainText(`${many} jobs picked`)
}
