import { expect, test } from './support/window'

test('with every answer of main half a second late, the window shows, acts once and keeps what was typed', async ({
  open,
  server,
  watchMerchant,
  stateUntil,
  ask,
}) => {
  await server.control.merchantJob('crawl-slow0001', { status: 'in_progress', total_items: 10, processed_items: 4 })
  await server.control.merchantJob('crawl-slow0002', { status: 'in_progress', total_items: 10, processed_items: 4 })
  const { app, page } = await open()
  await watchMerchant('crawl-slow0001')
  await app.electron.evaluate(({ ipcMain }) => {
    const handlers: Map<string, (...args: unknown[]) => Promise<unknown>> = Reflect.get(ipcMain, '_invokeHandlers')
    if (Reflect.has(globalThis, 'letGo')) return
    // Watching jobs takes until it is let go: whatever is pressed meanwhile is pressed in time.
    const letGo = new Promise(resolve => Reflect.set(globalThis, 'letGo', resolve))
    for (const [name, answer] of handlers)
      handlers.set(name, async (...args) => {
        await (name === 'jobs:watch' ? letGo : new Promise(resolve => setTimeout(resolve, 500)))
        return answer(...args)
      })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Watch jobs' }).click()
  const form = page.getByRole('dialog', { name: 'Watch jobs' })
  await form.getByLabel('Job ids').fill('crawl-slow0002')
  const send = form.locator('button[type=submit]')
  await send.click()
  await expect(send).toBeDisabled()
  await form.getByLabel('Job ids').press('Control+Enter')
  await app.electron.evaluate(() => Reflect.apply(Reflect.get(globalThis, 'letGo'), undefined, []))
  await stateUntil(({ jobs }) => jobs.length === 2)
  await expect(form).toHaveCount(0)

  await page.getByRole('button', { name: 'Pause watching' }).click()
  await expect(page.getByText('Watching is paused.')).toBeVisible()
  expect((await ask('state:read')).jobs).toHaveLength(2)

  // A page opened and left while its answer is still on the way.
  await page.getByRole('listitem').filter({ hasText: 'slow0001' }).click()
  await page.getByRole('button', { name: 'Back to the jobs' }).click()
  await page.getByRole('listitem').filter({ hasText: 'slow0002' }).click()
  await expect(page.getByText('crawl-slow0002').first()).toBeVisible()
  await expect(page.getByRole('tab', { name: /^Errors/ })).toBeVisible()
})
