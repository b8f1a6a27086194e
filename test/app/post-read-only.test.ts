import { expect, test } from './support/window'

test('a key that only reads, once the connection was tested, is told of when the form opens, not after it was filled in', async ({
  open,
  server,
  ask,
  stateUntil,
}) => {
  await server.control.merchantJob('crawl-reader01', { status: 'in_progress', total_items: 10, processed_items: 4 })
  const { page } = await open()
  const { keys } = server.ready.merchantops
  const saved = await ask('connections:save', null, { ...server.merchant, key: keys.read }, false)
  if (!saved.ok) throw new Error(saved.message)
  await ask('jobs:watch', saved.connection.id, 'crawl-reader01')
  await stateUntil(({ jobs }) => jobs[0]?.job !== null && jobs.length === 1)
  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  await page.getByRole('button', { name: /^Acts for/ }).click()
  await page.getByRole('menuitem', { name: 'Test…' }).click()
  await expect(page.getByRole('dialog')).toContainText('The key may not create jobs or report their progress')
  await page.keyboard.press('Escape')
  await page.evaluate(hash => {
    window.location.hash = hash
  }, `#/report/${saved.connection.id}/crawl-reader01`)
  await expect(page.getByText('This connection only reads.')).toBeVisible()
  expect((await ask('state:read')).posts).toEqual([])
  await page.getByRole('button', { name: 'Connections', exact: true }).click()
  await expect(page.getByText(/^Reads only:/)).toBeVisible()
  await server.control.fault({ fault: { kind: 'answer', status: 503, body: {} } })
  await ask('jobs:look-now', [{ connectionId: saved.connection.id, jobId: 'crawl-reader01' }])
  await expect(page.getByRole('main').getByText(/^The server has trouble \(503\)/)).toBeVisible()
  await expect(page.getByText(/^Reads only:/)).toBeVisible()
  await expect(page.getByText('1 connection in trouble')).toBeVisible()
  await expect(page.getByRole('complementary').getByTitle('server trouble')).toBeVisible()

  const create = () =>
    page.evaluate(() => {
      window.location.hash = '#/create'
    })
  await create()
  await expect(page.getByText('This connection only reads.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Create the job/ })).toBeDisabled()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('heading', { name: 'Create a job' })).toHaveCount(0)
  await create()
  await expect(page.getByText('This connection only reads.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Create a job' })).toHaveCount(0)
})

test('a key that only reads is told of as soon as a form is opened, though nobody has tested it; one that may post is asked about once', async ({
  open,
  server,
  ask,
  stateUntil,
}) => {
  const job = 'crawl-reader02'
  await server.control.merchantJob(job, { status: 'in_progress', total_items: 10, processed_items: 4 })
  const { page } = await open()
  const { keys } = server.ready.merchantops
  const connect = async (name: string, key: string | null) => {
    const saved = await ask('connections:save', null, { ...server.merchant, name, key }, false)
    if (!saved.ok) throw new Error(saved.message)
    await ask('jobs:watch', saved.connection.id, job)
    return saved.connection.id
  }
  const reader = await connect('Reader', keys.read)
  const worker = await connect('Worker', server.merchant.key)
  await stateUntil(({ jobs }) => jobs.length === 2 && jobs.every(watched => watched.job !== null))
  const report = (id: string) =>
    page.evaluate(hash => {
      window.location.hash = hash
    }, `#/report/${id}/${job}`)
  await report(reader)
  await expect(page.getByText('This connection only reads.')).toBeVisible()
  const questions = async () => {
    const asked = await server.control.tell('GET', '/requests')
    return JSON.stringify(asked).match(/"path":"[^"]*00000000-0000[^"]*\/progress"/g)?.length
  }
  for (const id of [worker, reader, worker]) {
    await report(id)
    // Each was asked about once it has been opened, and not again.
    await expect.poll(questions).toBe(2)
    await expect(page.getByText('This connection only reads.')).toHaveCount(id === reader ? 1 : 0)
  }
  await expect(page.getByRole('button', { name: 'Send the report' })).toBeEnabled()
  expect(await questions()).toBe(2)
})
