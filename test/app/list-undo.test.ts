import { keepToasts } from './support/toasts'
import { expect, test } from './support/window'

const running = { status: 'in_progress', total_items: 100, processed_items: 10 }
const ids = ['crawl-aaaa1111', 'crawl-bbbb2222', 'crawl-cccc3333'] as const

test('ids that were pasted outlive Escape; Cancel lets them go, and what was refused is not offered again', async ({
  open,
  server,
  watchMerchant,
  stateUntil,
}) => {
  for (const id of ids) await server.control.merchantJob(id, running)
  const { page } = await open()
  await watchMerchant(ids[0])
  const form = page.getByRole('dialog', { name: 'Watch jobs' })
  const field = form.getByLabel('Job ids')
  const openForm = () => page.getByRole('button', { name: 'Watch jobs', exact: true }).click()
  await openForm()
  await field.fill(`crawl-bbbb2222\ncrawl-\u200bodd\n\u202e${ids[2]}`)
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await openForm()
  await expect(field).toHaveValue(`crawl-bbbb2222\ncrawl-\u200bodd\n${ids[2]}`)
  await form.getByRole('button', { name: 'Watch 3 jobs' }).click()
  await stateUntil(({ jobs }) => jobs.length === 3)
  await expect(form.getByRole('status')).toContainText('1 id refused')
  await expect(field).toHaveValue('crawl-\u200bodd')
  await form.locator('button[type=submit]').click()
  await expect(form.getByText('These were refused. Correct them first')).toBeVisible()
  await field.fill('crawl-\u200bodd, crawl-dddd4444')
  await form.getByRole('button', { name: 'Done' }).click()
  await openForm()
  await expect(field).toHaveValue('')
  await page.keyboard.press('Escape')
})

test('a double click on Stop watching stops one job; all of it can be taken back long after the toast has gone', async ({
  openWatching,
  stateUntil,
}) => {
  const { page } = await openWatching(ids, running)
  await keepToasts(page)
  const rows = page.getByRole('list', { name: 'Watched jobs' }).getByRole('listitem')
  await expect(rows).toHaveCount(4)
  await rows.nth(1).hover()
  await rows.nth(1).getByRole('button', { name: 'Acts' }).click()
  await page.getByRole('menuitem', { name: 'Stop watching' }).dblclick()
  await stateUntil(({ jobs }) => jobs.length === 2)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jobs')
  await expect(rows).toHaveCount(3)
  await expect(page.locator('li :focus')).toHaveCount(1)

  // It has a place of its own: no row and no button lies under it.
  const toast = page.getByRole('status').filter({ hasText: 'No longer watching' })
  await expect(async () => {
    const [below, main] = [await toast.boundingBox(), await page.getByRole('main').boundingBox()]
    expect(below?.y).toBeGreaterThanOrEqual((main?.y ?? 0) + (main?.height ?? 0) - 1)
  }).toPass()

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('heading', { name: 'No jobs are watched now' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button', { name: 'Watch jobs' })).toBeFocused()
  const dismiss = page.getByRole('button', { name: 'Dismiss' })
  // The two acts are told as one, by name.
  await expect(toast).toHaveText(/No longer watching [^.]*,[^.]* and [^.]*\./)
  await expect(dismiss).toHaveCount(1)
  await dismiss.click()
  await expect(dismiss).toHaveCount(0)
  await page.getByRole('button', { name: 'Watch 2 jobs again' }).click()
  await stateUntil(({ jobs }) => jobs.length === 2)
  await dismiss.click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('again')
  await expect(page.getByRole('option', { name: /^Watch .+ again/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await stateUntil(({ jobs }) => jobs.length === 3)
})

test('three jobs that were let go one by one are told as one, and so is that they are watched again', async ({
  openWatching,
  stateUntil,
}) => {
  const { page } = await openWatching(ids, running)
  await keepToasts(page)
  const row = page.getByRole('list', { name: 'Watched jobs' }).getByRole('button', { name: /^Enrichment|^Crawl/ })
  await expect(row).toHaveCount(3)
  await row.first().focus()
  const toasts = page.getByRole('button', { name: 'Dismiss' })
  for (const left of [2, 1, 0]) {
    await page.keyboard.press('Delete')
    await stateUntil(({ jobs }) => jobs.length === left)
    await expect(row).toHaveCount(left)
    await expect(toasts).toHaveCount(1)
    if (left > 0) await expect(page.locator('li :focus')).toHaveCount(1)
  }
  const told = page.getByRole('status').filter({ hasText: 'atching' })
  for (const back of [1, 2, 3]) {
    await page.keyboard.press('Control+z')
    await stateUntil(({ jobs }) => jobs.length === back)
  }
  await expect(toasts).toHaveCount(1)
  await expect(told).toContainText(/Watching (\w+, \w+ and \w+) again\./)
})

test('a row says that its connection is paused, and a job never seen that it waits for that', async ({
  openWatching,
  ask,
}) => {
  const { page, connectionId: id } = await openWatching([ids[0]], running)
  await ask('connections:change', id, { paused: true })
  await ask('jobs:watch', id, 'crawl-never001')
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await expect(row('aaaa1111')).toContainText('paused, seen')
  await expect(row('never001')).toContainText('Not looked at yet: watching is paused.')
  await expect(row('never001')).not.toContainText('first look')
  await ask('connections:change', id, { paused: false })
  await expect(row('aaaa1111')).not.toContainText('paused')
})

test('a step is taken back once, wherever it is offered; a held Delete stops one job', async ({
  openWatching,
  stateUntil,
}) => {
  const { page } = await openWatching(ids, running)
  await keepToasts(page)
  const rows = page.getByRole('list', { name: 'Watched jobs' }).getByRole('listitem')
  await expect(rows).toHaveCount(4)
  await rows.nth(1).click()
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  // Down again without having been up: so a key repeats that is held.
  for (let down = 0; down < 3; down += 1) await page.keyboard.down('Delete')
  await stateUntil(({ jobs }) => jobs.length === 2)
  await expect(page.locator('li :focus')).toHaveCount(1)
  for (let down = 0; down < 3; down += 1) await page.keyboard.down('Delete')
  await page.keyboard.up('Delete')
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(1)
  expect((await stateUntil(({ jobs }) => jobs.length > 0)).jobs).toHaveLength(2)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('again')
  await page.getByRole('option', { name: /^Watch .+ again/ }).click()
  await stateUntil(({ jobs }) => jobs.length === 3)
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0)
})
