import { test as base, expect } from './support/real-desktop'

const test = base.extend<{ readonly twoJobs: () => Promise<string> }>({
  /** Leaves two jobs from a life before; gives back their connection's id. */
  twoJobs: async ({ lifeBefore }, use) => {
    const running = { status: 'in_progress', total_items: 100 }
    await use(() =>
      lifeBefore(
        ['crawl-one', { ...running, processed_items: 10 }],
        ['crawl-two', { ...running, processed_items: 20, job_type: 'crawl' }],
      ),
    )
  },
})

test('a click on a job in the tray opens the window at that job, and moves the window that is open', async ({
  desktop,
  launch,
  twoJobs,
}) => {
  const id = await twoJobs()
  const app = await launch()
  await desktop.tray.until(item => item.menu[0]?.label === 'Crawl · 20 %')
  expect(app.electron.windows()).toEqual([])
  const opened = app.nextWindow()
  await desktop.tray.click('Crawl · 20 %')
  const page = await opened
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/job/${id}/crawl-two`)
  await expect(page.getByText('crawl-two').first()).toBeVisible()
  await desktop.tray.click('Enrichment · 10 %')
  await expect(page.getByText('crawl-one').first()).toBeVisible()
  expect(app.electron.windows()).toHaveLength(1)
})

test('a second click while the window is still opening is not lost', async ({ desktop, launch, twoJobs }) => {
  await twoJobs()
  const app = await launch()
  await desktop.tray.until(item => item.menu[0]?.label === 'Crawl · 20 %')
  const opened = app.nextWindow()
  await desktop.tray.click('Crawl · 20 %')
  await desktop.tray.click('Enrichment · 10 %')
  await expect((await opened).getByText('crawl-one').first()).toBeVisible()
})

test('a click on “Report progress…” opens the report of that job', async ({ desktop, launch, twoJobs }) => {
  const id = await twoJobs()
  const app = await launch()
  const item = await desktop.tray.until(({ menu }) => menu.some(({ label }) => label === 'Report progress…'))
  const report = item.menu.find(({ label }) => label === 'Report progress…')
  expect(report?.children.map(({ label }) => label)).toEqual(['Crawl · 20 %', 'Enrichment · 10 %'])
  const opened = app.nextWindow()
  await desktop.tray.click('Report progress…', 'Enrichment · 10 %')
  const page = await opened
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/report/${id}/crawl-one`)
  await expect(page.getByRole('heading', { name: /Report/ }).first()).toBeVisible()
  await desktop.tray.click('Report progress…', 'Crawl · 20 %')
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/report/${id}/crawl-two`)
})
