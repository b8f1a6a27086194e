import { resize } from './support/resize'
import { expect, picture, test } from './support/window'

const ids = Array.from({ length: 24 }, (_, index) => `crawl-cccc${1_000 + index}`)
const end = { started_at: '2026-01-01T00:00:00Z', completed_at: '2026-01-01T00:04:17Z' }
const topsOf = (all: readonly Element[]) => all.map(one => one.getBoundingClientRect().top)

test('in a window of 420 px the navigation is one line beside counts of two figures, and a row says what its times are', async ({
  openWatching,
  server,
  lookNow,
}) => {
  const { app, page } = await openWatching(ids)
  await expect(page.getByRole('button', { name: '24 active' })).toBeVisible()
  for (const id of ids.slice(0, 12)) await server.control.merchantJob(id, { ...end, status: 'failed', failed_items: 2 })
  await lookNow()
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('button', { name: /Inbox 1\d/ })).toBeVisible()
  await resize({ app, page }, 420, 700)
  const lines = async () => new Set(await navigation.getByRole('button').evaluateAll(topsOf)).size
  await expect.poll(lines).toBe(1)
  await expect(navigation.getByRole('button', { name: 'Outbox' })).toBeVisible()
  await page.getByPlaceholder('Filter, or state:failed').fill('state:failed')
  await expect(page.getByRole('listitem').filter({ hasText: 'Failed' }).first()).toContainText(/took 4 min 17 s ·/)
  await page.screenshot({ path: picture('narrow-window') })
})

test('with counts of three figures each the navigation of a window of 420 px is one line', async ({
  ask,
  openWatching,
  server,
  lookNow,
}) => {
  const many = Array.from({ length: 240 }, (_, index) => `crawl-dddd${1_000 + index}`)
  const { app, page, connectionId } = await openWatching(many)
  for (const id of many.slice(0, 110)) await server.control.merchantJob(id, { ...end, status: 'failed' })
  await lookNow()
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('button', { name: /Inbox 11\d/ })).toBeVisible()
  await server.control.fault({ fault: { kind: 'answer', status: 429, body: { detail: 'slow down' } } })
  for (const jobId of many.slice(-110)) {
    const content = { kind: 'progress', jobId, input: { processedItems: 5 } } as const
    await ask('posts:put', { id: crypto.randomUUID(), connectionId, content, form: null }, 'send')
  }
  await expect(navigation.getByRole('button', { name: /Outbox 11\d/ })).toBeVisible()
  await resize({ app, page }, 420, 700)
  const lines = async () => new Set(await navigation.getByRole('button').evaluateAll(topsOf)).size
  await expect.poll(lines).toBe(1)
  await page.screenshot({ path: picture('narrow-many') })
})
