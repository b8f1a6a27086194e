import { expect, picture, test } from './support/window'

const [closed, died] = ['import-620a1000', 'enrichment-dead0354']

test('items that an ended job never came to are counted on its row, its page, in its notice, the tray and the command line', async ({
  openWatching,
  server,
  desktop,
  runCli,
  lookNow,
}) => {
  const { page } = await openWatching([closed, died])
  const row = (id: string) => page.getByRole('listitem').filter({ hasText: id.slice(-8) })
  await expect(row(died)).toContainText('Running')
  const end = { completed_at: new Date().toISOString(), progress_percent: 100 }
  await server.control.merchantJob(closed, { ...end, status: 'completed', total_items: 1_000, processed_items: 620 })
  const counts = { total_items: 471, processed_items: 354, failed_items: 3 }
  await server.control.merchantJob(died, { ...end, status: 'failed', ...counts })
  await lookNow()
  await expect(row(closed)).toContainText('Finished, 380 not reached')
  await expect(row(died)).toContainText('Failed, 114 not reached')
  const bar = row(closed).getByRole('progressbar')
  await expect(bar).toHaveAttribute('aria-valuenow', '62')
  await expect(bar).toHaveAttribute('aria-valuetext', '620 of 1,000 items, 380 not reached')
  await desktop.notices.until(({ body }) => body.includes('620 of 1,000 items, 380 not reached'))
  await desktop.notices.until(({ body }) => body.includes('354 of 471 items, 3 failed, 114 not reached'))
  const { stdout } = await runCli(['wait', 'Outfitters', closed])
  expect(stdout).toContain('finished: 620 of 1,000 items, 380 not reached')
  await desktop.tray.until(({ menu }) =>
    menu.some(({ label }) => label === 'Enrichment · finished · 380 items not reached'),
  )
  expect((await runCli(['list'])).stdout).toMatch(/Finished, 380 not reached .*620\/1,000/)
  await page.screenshot({ path: picture('items-left-row') })
  await page.getByRole('button', { name: died.slice(-8) }).click()
  const figures = page.getByRole('region', { name: 'Counts' })
  await expect(figures).toContainText(/Not reached\s*114/)
  await page.screenshot({ path: picture('items-left-page') })
})
