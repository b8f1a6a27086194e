import { expect, test } from './support/window'

const job = 'enrichment-skewed01'

test('how long a job has been running is told by its server’s clock, however wrong that is (api-notes E15)', async ({
  openWatching,
  server,
}) => {
  await server.control.tell('PATCH', '/clock', { skew_seconds: -7_200 })
  const { page } = await openWatching([job], { status: 'in_progress', total_items: 90, processed_items: 4 })
  const row = page.getByRole('listitem').filter({ hasText: job.slice(-8) })
  await expect(row).toContainText(/4 of 90.*\d s/)
  await row.getByRole('button').first().click()
  const facts = page.getByRole('complementary', { name: 'Facts' })
  await expect(facts).toContainText(/Running for(\d+ s|1 min \d+ s)/)
})
