import type { ElectronApplication } from 'playwright/test'
import { dialogs, pages, wrongsOn } from './support/screens'
import { expect, test } from './support/window'

/** Every answer of main comes half a second late from now on. */
const slowDown = (electron: ElectronApplication) =>
  electron.evaluate(({ ipcMain }) => {
    const handlers: Map<string, (...args: unknown[]) => Promise<unknown>> = Reflect.get(ipcMain, '_invokeHandlers')
    for (const [name, answer] of handlers)
      handlers.set(name, async (...args) => {
        await new Promise(resolve => setTimeout(resolve, 500))
        return answer(...args)
      })
  })

test('with every answer half a second late each page and dialog comes, and what is left early does no harm', async ({
  openDemo,
}) => {
  const { app, page } = await openDemo()
  await slowDown(app.electron)
  expect(await wrongsOn(page, [...pages, ...dialogs], async () => [])).toEqual([])
})

test('with every answer half a second late each act is done once, and its place says so', async ({
  openWatching,
  server,
  stateUntil,
  ask,
}) => {
  const { app, page } = await openWatching(['crawl-late0001'], {
    status: 'in_progress',
    total_items: 10,
    processed_items: 4,
  })
  await server.control.change('crawl-late0001', { status: 'failed', errors: [{ entity_key: 'SKU-1', message: 'No.' }] })
  await stateUntil(({ notices }) => notices.length > 0)
  await slowDown(app.electron)

  await page.getByRole('button', { name: /^Inbox/ }).click()
  const all = page.getByRole('button', { name: 'Mark all as read' })
  await all.dblclick()
  await expect(page.getByText('Unread:')).toHaveCount(0)
  await expect(all).toBeFocused()

  await page.getByRole('button', { name: 'Find an item' }).click()
  await page.getByRole('textbox', { name: 'Keys of items' }).pressSequentially('SKU-1', { delay: 120 })
  await expect(page.getByRole('list', { name: 'Places' }).getByRole('button')).toHaveCount(1)

  await page.getByRole('button', { name: 'Settings' }).click()
  const quiet = page.getByRole('switch', { name: 'Quiet hours' })
  await quiet.click()
  await expect(quiet).toBeChecked()
  await page.getByLabel('From').fill('23')
  await page.getByLabel('to', { exact: true }).fill('6')
  await page.keyboard.press('Enter')
  await stateUntil(({ settings }) => settings.quietHours?.to === '06:00' && settings.quietHours.from === '23:00')

  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  await page.getByRole('button', { name: /^Acts for/ }).click()
  await page.getByRole('menuitem', { name: 'Pause', exact: true }).click()
  await expect(page.getByText(/^Paused: until you resume/)).toBeVisible()
  expect((await ask('state:read')).jobs).toHaveLength(1)
})
