import { clipboardText } from './support/clipboard'
import { expect, picture, test } from './support/window'

test('a connection is paused, resumed, quietened and renamed from its menu, and main knows', async ({
  openWatching,
  stateUntil,
}) => {
  const { page, connectionId: id } = await openWatching(['crawl-aaaa1111'], {
    status: 'in_progress',
    total_items: 5,
    processed_items: 1,
  })
  const menu = async (item: string) => {
    await page.getByRole('button', { name: /^Acts for/ }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  await expect(page.getByText(/requests? in the last hour/)).toBeVisible()

  await menu('Pause')
  await expect(
    page.getByText('Paused: until you resume, its jobs are not looked at and what you send waits in the outbox.'),
  ).toBeVisible()
  await stateUntil(({ connections }) => connections[0]?.paused === true)
  await page.getByRole('main').getByRole('button', { name: 'Resume', exact: true }).click()
  await stateUntil(({ connections }) => connections[0]?.paused !== true)

  await menu('Notifications…')
  const dialog = page.getByRole('dialog', { name: 'Notifications of Outfitters' })
  await dialog.getByRole('switch', { name: 'Finished', exact: true }).click()
  await stateUntil(({ connections }) => connections[0]?.mutedKinds?.join() === 'succeeded')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('1 kind of notices off')).toBeVisible()

  await menu('Rename or edit…')
  await page.getByRole('dialog').getByLabel('Name').fill('Production')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await stateUntil(({ connections }) => connections[0]?.id === id && connections[0].name === 'Production')
})

test('what was kept without proof is not tried until a look succeeded, in the window and on the command line', async ({
  open,
  server,
  runCli,
  ask,
  stateUntil,
}) => {
  await server.control.merchantJob('crawl-cccc3333', { status: 'in_progress', total_items: 5, processed_items: 1 })
  await server.control.fault({ count: 1, fault: { kind: 'answer', status: 503, body: { detail: 'down' } } })
  const { page } = await open()
  const words = ['connect', '--name', 'Outfitters', '--vendor', 'merchantops', '--url', server.merchant.baseUrl]
  const kept = await runCli([...words, '--key-stdin', '--no-proof'], `${server.merchant.key}\n`)
  expect(kept).toMatchObject({ code: 0, stdout: expect.stringContaining('It is not tried yet') })
  expect((await runCli(['connections'])).stdout).toMatch(/Outfitters .*not-tried .*Not tried yet: nothing has proved/)
  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  await expect(page.getByText('Not tried yet: it was kept although nothing has proved its key.')).toBeVisible()
  await page.screenshot({ path: picture('connection-not-tried') })
  const [connection] = (await ask('state:read')).connections
  await ask('jobs:watch', connection?.id ?? '', 'crawl-cccc3333')
  await stateUntil(({ jobs }) => jobs.some(({ job }) => job?.phase === 'running'))
  await expect(page.getByText('In order')).toBeVisible()
  expect((await runCli(['connections'])).stdout).toMatch(/Outfitters .* ok /)
})

test('the diagnostics name what the server sends that nobody knows, and copy a report without names', async ({
  openWatching,
}) => {
  const { app, page } = await openWatching(['crawl-aaaa1111'], { status: 'napping', total_items: 5 })
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'Diagnostics' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diagnostics')
  await expect(page.getByText('napping', { exact: true })).toBeVisible()
  await expect(page.getByText('Unknown status')).toBeVisible()
  await page.getByRole('button', { name: 'Copy the report' }).click()
  await expect.poll(() => clipboardText(app.electron)).toContain('Electron')
  const report = await clipboardText(app.electron)
  expect(report).not.toMatch(/Outfitters|127\.0\.0\.1|aaaa1111/)
})
