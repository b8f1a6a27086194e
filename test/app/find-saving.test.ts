import { join } from 'node:path'
import { cancelSaving, choosing, lostItems, slowDisk } from './support/saving'
import { keepToasts } from './support/toasts'
import { expect, picture, test } from './support/window'

const errors = lostItems(30_000)

test('an answer of many places that is saved says how far it is and can be cancelled by key, which leaves no file', async ({
  openWatching,
  profile,
}) => {
  const ids = ['crawl-many0001', 'crawl-many0002', 'crawl-many0003']
  const { app, page } = await openWatching(ids, { status: 'failed', job_type: 'crawl', errors })
  await keepToasts(page)
  await page.getByRole('button', { name: 'Find an item' }).click()
  await page.getByRole('textbox', { name: 'Keys of items' }).fill('SKU-')
  const main = page.getByRole('main')
  await expect(main.getByRole('list', { name: 'Places' }).getByRole('listitem')).toHaveCount(200)
  const file = join(profile, 'items.csv')
  await choosing(app.electron, file)
  const saver = main.getByRole('button', { name: 'Save the answer' })
  const save = async () => {
    await saver.click()
    await page.getByRole('menuitem', { name: 'As CSV…' }).click()
  }
  // It goes on for a minute unless it is cancelled.
  await slowDisk(app.electron, 400)
  await save()
  await expect(main.getByRole('progressbar', { name: 'Saving' })).toHaveText(/^[\d,]+ of 90,000 written…$/)
  await page.screenshot({ path: picture('find-saving') })
  await cancelSaving(page, saver, file)
  await slowDisk(app.electron, 0)
  await save()
  await expect(page.getByText(`90,000 lines saved in ${file}.`)).toBeVisible({ timeout: 120_000 })
})
