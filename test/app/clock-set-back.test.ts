import { expect, job, test } from './support/report'

const dayBack = () => {
  const now = Date.now
  Date.now = () => now() - 86_400_000
}

const fourOfTwenty = { status: 'in_progress', total_items: 20, processed_items: 4 }

test('a clock that is set back does not keep what is pressed from being posted (fault 24)', async ({
  openReport,
  jobUntil,
}) => {
  const { page } = await openReport(fourOfTwenty)
  await page.getByText('Worker mode').click()
  await page.keyboard.press('+')
  await expect(page.getByLabel('Reports')).toContainText('5 processed')
  await page.evaluate(dayBack)
  await page.keyboard.press('+')
  await jobUntil(job, watched => watched.job?.processed === 6)
})

test('a clock that is set back does not keep an open job from being read again (fault 24)', async ({
  openWatching,
  server,
}) => {
  const { page } = await openWatching([job], { ...fourOfTwenty, metadata: { colour: 'teal' } })
  await page.getByRole('button', { name: job.slice(-8) }).click()
  await page.getByRole('tab', { name: 'Metadata' }).click()
  await expect(page.getByText('teal')).toBeVisible()
  await page.evaluate(dayBack)
  await server.control.merchantJob(job, { ...fourOfTwenty, processed_items: 9, metadata: { colour: 'amber' } })
  await page.getByRole('button', { name: 'Look now' }).first().click()
  await expect(page.getByText('amber')).toBeVisible()
})
