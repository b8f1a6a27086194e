import { chord } from './support/keys'
import { keepToasts } from './support/toasts'
import { expect, test } from './support/window'

const running = { status: 'in_progress', total_items: 10, processed_items: 4 }

test('an answer that comes after Escape closes no other dialog, and what was refused is told and there again', async ({
  open,
  server,
  watchMerchant,
  stateUntil,
}) => {
  for (const id of ['crawl-late0001', 'crawl-late0002']) await server.control.merchantJob(id, running)
  const { app, page } = await open()
  await watchMerchant('crawl-late0001')
  await app.electron.evaluate(({ ipcMain }) => {
    const handlers: Map<string, (...args: unknown[]) => Promise<unknown>> = Reflect.get(ipcMain, '_invokeHandlers')
    const watch = handlers.get('jobs:watch')
    if (watch === undefined) throw new Error('nobody watches')
    if (Reflect.has(globalThis, 'letGo')) return
    const letGo = new Promise(resolve => Reflect.set(globalThis, 'letGo', resolve))
    handlers.set('jobs:watch', async (...args) => {
      await letGo
      return watch(...args)
    })
  })
  const openForm = () => page.getByRole('button', { name: 'Watch jobs', exact: true }).click()
  const field = page.getByLabel('Job ids')
  await openForm()
  await keepToasts(page)
  await field.fill('crawl-late0002\ncrawl-\u200bodd')
  await field.press('Control+Enter')
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys).toBeVisible()
  await app.electron.evaluate(() => Reflect.get(globalThis, 'letGo')())
  await stateUntil(({ jobs }) => jobs.length === 2)
  await expect(page.getByText('Watching one more job. 1 id refused.')).toBeVisible()
  await expect(keys).toBeVisible()
  await page.keyboard.press('Escape')
  await openForm()
  await expect(field).toHaveValue('crawl-\u200bodd')
})

test('what was typed for a new connection is there again after another one was edited', async ({ openWatching }) => {
  const { page } = await openWatching(['crawl-late0001'])
  await chord(page, 'g', 'c')
  const add = () => page.getByRole('main').getByRole('button', { name: 'Add a connection' }).click()
  const name = page.getByRole('dialog').getByLabel('Name', { exact: true })
  await add()
  await name.fill('Half typed')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: /^Acts for/ }).click()
  await page.getByRole('menuitem', { name: 'Rename or edit…' }).click()
  await name.fill('Edited and left')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await add()
  await expect(name).toHaveValue('Half typed')
})
