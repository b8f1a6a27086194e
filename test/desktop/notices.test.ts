import { expect, test } from './support/real-desktop'

const running = (more = {}) => ({ status: 'in_progress', total_items: 100, processed_items: 40, ...more })
const gridJob = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'

test('each ending is told exactly once, with its type, short id, connection and counts', async ({
  desktop,
  server: { control, retail },
  start,
  ask,
  stateUntil,
  lookNow,
  watchMerchant,
}) => {
  await control.merchantJob('enrichment-aaaa1111', running())
  await control.merchantJob('crawl-bbbb2222', running({ job_type: 'crawl', total_items: 1204 }))
  await control.merchantJob('import-cccc3333', running({ job_type: 'product_import' }))
  await control.merchantJob('crawl-dddd4444', running({ job_type: 'crawl' }))
  await control.retailJob(gridJob, { job_type: 'csv_import', status: 'running', progress: 40 })
  await start()
  await watchMerchant('enrichment-aaaa1111', 'crawl-bbbb2222', 'import-cccc3333', 'crawl-dddd4444')
  const saved = await ask('connections:save', null, retail, false)
  if (!saved.ok) throw new Error(saved.message)
  await ask('jobs:watch', saved.connection.id, gridJob)
  await stateUntil(({ jobs }) => jobs.length === 5 && jobs.every(({ job }) => job?.phase === 'running'))

  await control.change('enrichment-aaaa1111', { status: 'completed', processed_items: 100 })
  await control.change('crawl-bbbb2222', {
    status: 'completed_with_warnings',
    processed_items: 1204,
    warned_items: 3,
  })
  await control.change('import-cccc3333', { status: 'partial_success', processed_items: 90, failed_items: 10 })
  await lookNow()
  for (const verb of ['Enrichment finished', 'warnings', 'partly'])
    await desktop.notices.until(({ title }) => title.includes(verb))
  // One by one: what comes together with others after three is told as one.
  await control.change('crawl-dddd4444', { status: 'failed', error_message: 'The shop closed.' })
  await lookNow()
  await desktop.notices.until(({ title }) => title.includes('Crawl failed'))
  await control.changeRetail(gridJob, { status: 'completed', progress: 100, grid_items_count: 250 })
  await lookNow()
  await desktop.notices.until(({ title }) => title.includes('CSV'))

  const told = () => desktop.notices.all().map(({ appName, title, body }) => `${appName} | ${title} | ${body}`)
  const expected = [
    'Jobtray | CSV import finished | 250 items\n3f2b8c1e · Grid shop',
    'Jobtray | Crawl failed | 40 of 100 items, 60 not reached\ndddd4444 · Outfitters',
    'Jobtray | Crawl finished with warnings | 1,204 of 1,204 items, 3 warnings\nbbbb2222 · Outfitters',
    'Jobtray | Enrichment finished | 100 of 100 items\naaaa1111 · Outfitters',
    'Jobtray | Product import partly finished | 90 of 100 items, 10 failed\ncccc3333 · Outfitters',
  ]
  expect(told().sort()).toEqual(expected)

  const lookedAt = Date.now()
  await lookNow()
  await stateUntil(({ jobs }) => jobs.every(({ triedAt }) => Date.parse(triedAt ?? '') >= lookedAt))
  expect(told().sort()).toEqual(expected)
})

test('a job that had ended when it was added announces nothing', async ({
  desktop,
  server: { control },
  start,
  lookNow,
  stateUntil,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-old00001', { status: 'failed', total_items: 5 })
  await control.merchantJob('crawl-old00002', { status: 'completed', total_items: 5, processed_items: 5 })
  await control.merchantJob('crawl-new00003', running())
  await start()
  await watchMerchant('crawl-old00001', 'crawl-old00002', 'crawl-new00003')
  await stateUntil(({ jobs }) => jobs.filter(({ job }) => job?.phase === 'ended').length === 2)
  await control.change('crawl-new00003', { status: 'completed', processed_items: 100 })
  await lookNow()
  await desktop.notices.until(({ body }) => body.includes('new00003'))
  expect(desktop.notices.all()).toHaveLength(1)
})

test('an ending while the app was off is told once after the start, and no start tells anything again', async ({
  desktop,
  server: { control },
  start,
  ask,
  lookNow,
  stateUntil,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-before01', running())
  await control.merchantJob('crawl-while002', running())
  const restart = async (app: Awaited<ReturnType<typeof start>>) => {
    await ask('app:quit')
    expect((await app.exit).code).toBe(0)
    return start()
  }
  const lookedAtAll = async () => {
    const since = Date.now()
    await lookNow()
    await stateUntil(({ jobs }) => jobs.length === 2 && jobs.every(({ triedAt }) => Date.parse(triedAt ?? '') >= since))
  }
  const first = await start()
  await watchMerchant('crawl-before01', 'crawl-while002')
  await control.change('crawl-before01', { status: 'failed' })
  await lookNow()
  await desktop.notices.until(({ body }) => body.includes('before01'))

  await ask('app:quit')
  await first.exit
  await control.change('crawl-while002', { status: 'completed', processed_items: 100 })
  const second = await start()
  const late = await desktop.notices.until(({ body }) => body.includes('while002'))
  expect(late.body).toBe('100 of 100 items\nwhile002 · Outfitters')
  await lookedAtAll()
  await restart(second)
  await lookedAtAll()
  expect(desktop.notices.all().map(({ title }) => title)).toEqual(['Enrichment failed', 'Enrichment finished'])
})

test('markup in a name is escaped in the body, which daemons read as markup, and stays text in title and tray', async ({
  desktop,
  server: { control, merchant },
  start,
  ask,
  lookNow,
  watchMerchant,
}) => {
  const evil = '<b>bold</b>&<img src=x onerror=alert(1)>'
  await control.merchantJob('crawl-markup01', running({ job_type: evil }))
  await start()
  const id = await watchMerchant('crawl-markup01')
  const renamed = await ask('connections:save', id, { ...merchant, name: 'R&D <a href=x>', key: null }, false)
  expect(renamed).toMatchObject({ ok: true })
  await desktop.tray.until(({ menu }) => menu[0]?.label.startsWith('<b>bold</b>&<img') === true)
  await control.change('crawl-markup01', { status: 'failed' })
  await lookNow()
  const { title, body } = await desktop.notices.until(notice => notice.body.includes('markup01'))
  expect(title).toBe(`${evil} failed`)
  expect(body).toBe('40 of 100 items, 60 not reached\nmarkup01 · R&amp;D &lt;a href=x&gt;')
})

test('a click on a notice opens that job in the window', async ({
  desktop,
  server: { control },
  launch,
  lookNow,
  stateUntil,
  lifeBefore,
}) => {
  const id = await lifeBefore('crawl-click001', 'crawl-click002')

  const app = await launch()
  await stateUntil(() => true)
  await control.change('crawl-click001', { status: 'failed' })
  await lookNow()
  const notice = await desktop.notices.until(({ body }) => body.includes('click001'))
  expect(app.electron.windows()).toEqual([])
  const opened = app.nextWindow()
  desktop.notices.click(notice.id)
  const page = await opened
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/job/${id}/crawl-click001`)
  await expect(page.getByText('crawl-click001').first()).toBeVisible()

  await control.change('crawl-click002', { status: 'completed', processed_items: 100 })
  await lookNow()
  const other = await desktop.notices.until(({ body }) => body.includes('click002'))
  desktop.notices.click(other.id)
  await expect(page.getByText('crawl-click002').first()).toBeVisible()
  await expect(page.getByText('crawl-click001')).toHaveCount(0)
})
