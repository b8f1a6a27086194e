import { expect, job, picture, test } from './support/report'

const fourOfTwenty = { status: 'in_progress', total_items: 20, processed_items: 4 }

test('a job is worked through by the keyboard alone, at most one post a second, and nothing pressed is lost', async ({
  openReport,
  posted,
  ask,
}) => {
  const queued = { status: 'pending', total_items: 20, processed_items: 0 }
  const { page, connectionId } = await openReport(queued, 'downloading')
  await page.getByRole('radio', { name: 'One report' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Start the job' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stage: downloading' })).toBeEnabled()

  const begunAt = performance.now()
  await page.keyboard.press('s')
  for (let press = 0; press < 7; press += 1) await page.keyboard.press('+')
  await page.keyboard.press('n')
  await expect(page.getByLabel('How far')).toContainText('7 of 20')
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: 'Key' })).toBeFocused()
  await page.keyboard.type('SKU-+end')
  await page.keyboard.press('Tab')
  await page.keyboard.type('gap')
  await page.keyboard.press('Tab')
  await page.keyboard.type('No colour')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'An error…' })).toBeFocused()
  for (let press = 0; press < 13; press += 1) await page.keyboard.press('+')
  await page.keyboard.press('d')
  const asked = page.getByRole('alertdialog', { name: 'Complete this job?' })
  await expect(asked).toContainText('20 processed')
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('There is nothing left to do here.')).toBeVisible()

  const seconds = (performance.now() - begunAt) / 1_000
  await expect
    .poll(async () => (await ask('jobs:read', { connectionId, jobId: job })).watched?.job)
    .toMatchObject({ phase: 'ended', processed: 20, errorsListed: 1, failed: 1 })
  await expect(page.getByLabel('Reports')).toContainText('an error: SKU-+end')
  const posts = (await posted()).length
  expect(posts).toBeGreaterThan(1)
  // Of the 23 keys; whoever takes longer to press them posts more often.
  expect(posts).toBeLessThanOrEqual(Math.min(22, 1 + seconds))
})

test('what was pressed just before the panel is left is posted too', async ({ openReport, jobUntil }) => {
  const { page } = await openReport(fourOfTwenty)
  await page.getByText('Worker mode').click()
  await page.keyboard.press('+')
  await expect(page.getByLabel('Reports')).toContainText('5 processed')
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Enrichment is running')
  await jobUntil(job, watched => watched.job?.processed === 7)
})

test('what was pressed and not posted yet is a draft after a kill', async ({
  openReport,
  breakNextReport,
  profile,
  launch,
  ask,
}) => {
  const { app, page } = await openReport(fourOfTwenty, 'downloading')
  await breakNextReport({ kind: 'delay', ms: 60_000 })
  await page.getByText('Worker mode').click()
  await expect(page.getByRole('button', { name: 'Stage: downloading' })).toBeEnabled()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Reports')).toContainText('Sending')
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('+')
  await expect(page.getByLabel('Reports')).toContainText('1 report to come')
  const onlySeven = async () => {
    const drafts = (await ask('state:read')).posts.filter(({ state }) => state === 'draft')
    expect(drafts.map(({ content }) => content)).toEqual([
      { kind: 'progress', jobId: job, input: { processedItems: 7 } },
    ])
  }
  await expect(onlySeven).toPass()
  await app.kill()
  await launch({ mode: 'live', profile })
  // It may still be starting.
  await expect(onlySeven).toPass()
})

test('a refused post stands still in the panel until it is sent again, and nothing pressed meanwhile is lost', async ({
  openReport,
  breakNextReport,
  jobUntil,
}) => {
  const { page } = await openReport(fourOfTwenty, 'downloading')
  await breakNextReport({ kind: 'answer', status: 409, body: { detail: 'The job is locked' } })
  await page.getByText('Worker mode').click()
  await expect(page.getByRole('button', { name: 'Stage: downloading' })).toBeEnabled()
  await page.keyboard.press('n')
  await expect(page.getByRole('alert')).toContainText('has changed meanwhile')
  await page.keyboard.press('+')
  await expect(page.getByLabel('Reports')).toContainText('1 report to come')
  await page.getByRole('button', { name: 'Send again as it is' }).click()
  await jobUntil(job, watched => watched.job?.processed === 5 && watched.job.stage === 'downloading')
})

test('a job is failed by a key, with its sentence, and only when asked again', async ({ openReport, jobUntil }) => {
  const { page } = await openReport({ status: 'in_progress', total_items: 1_000, processed_items: 812 })
  await page.getByText('Worker mode').click()
  await page.keyboard.press('d')
  await expect(page.getByRole('alertdialog')).toContainText('188 of 1,000 items were neither processed nor failed.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await page.keyboard.press('f')
  await expect(page.getByRole('textbox', { name: 'Why it failed' })).toBeFocused()
  await page.keyboard.type('The feed is gone.')
  await page.keyboard.press('Enter')
  const asked = page.getByRole('alertdialog', { name: 'Fail this job?' })
  await asked.getByRole('button', { name: 'Fail the job' }).click()
  await expect(page.getByText('There is nothing left to do here.')).toBeVisible()
  await jobUntil(job, watched => watched.job?.errorMessage === 'The feed is gone.')
})

test('a stage that no job of the type had is not made up, another worker is warned of, and ten are counted at once', async ({
  openReport,
  jobUntil,
  posted,
}) => {
  const { page } = await openReport(fourOfTwenty)
  await page.getByText('Worker mode').click()
  await expect(page.getByText('This job was not created here. Its own worker may be reporting too.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'No next stage known' })).toBeDisabled()
  await page.keyboard.press('n')
  await expect(page.getByRole('button', { name: '+100' })).toBeDisabled()
  await page.getByRole('button', { name: '+10', exact: true }).click()
  await expect(page.getByRole('button', { name: '+10', exact: true })).toBeDisabled()
  await jobUntil(job, watched => watched.job?.processed === 14 && watched.job.stage === null)
  expect(await posted()).toHaveLength(1)
  await expect(page.getByLabel('Reports')).toContainText('14 processedSent')
  await page.screenshot({ path: picture('worker-mode') })
})

test('what was reported, and what is on its way, is still there after another mode was looked at, and all can be counted at once', async ({
  openReport,
  breakNextReport,
  jobUntil,
}) => {
  const { page } = await openReport(fourOfTwenty)
  const reports = page.getByLabel('Reports')
  await page.getByText('Worker mode').click()
  await page.keyboard.press('+')
  await expect(reports).toContainText('5 processedSent')
  await breakNextReport({ kind: 'delay', ms: 3_000 })
  await page.keyboard.press('+')
  await page.getByText('One report').click()
  await expect(page.getByRole('textbox', { name: 'Processed' })).toBeVisible()
  await page.getByText('Worker mode').click()
  await expect(page.getByLabel('How far')).toContainText('6 of 20')
  await expect(reports).toContainText('5 processedSent')
  await page.keyboard.press('+')
  await expect(page.getByLabel('How far')).toContainText('7 of 20')
  await jobUntil(job, watched => watched.job?.processed === 7)
  await page.screenshot({ path: picture('worker-mode-again') })
  await page.getByRole('button', { name: 'To total' }).click()
  await expect(page.getByRole('button', { name: 'To total' })).toBeDisabled()
  await expect(reports).toContainText('20 processedSent')
  await expect(reports.getByRole('listitem')).toHaveCount(4)
  await jobUntil(job, watched => watched.job?.processed === 20)
})

test('a report that was refused before the panel was opened is told, and stands in nobody’s way', async ({
  openReport,
  breakNextReport,
  jobUntil,
}) => {
  const { page } = await openReport(fourOfTwenty)
  await breakNextReport({ kind: 'answer', status: 409, body: { detail: 'The job is locked' } })
  await page.getByText('Worker mode').click()
  await page.keyboard.press('+')
  await expect(page.getByRole('alert')).toContainText('has changed meanwhile')
  await page.getByText('One report').click()
  await page.getByText('Worker mode').click()
  await expect(page.getByLabel('Reports')).toContainText('5 processedRefused')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('+')
  await jobUntil(job, watched => watched.job?.processed === 5)
})

test('counting to the total leaves out what has failed, so that the counts never add up to more than there is', async ({
  openReport,
  jobUntil,
}) => {
  const { page } = await openReport({ status: 'in_progress', total_items: 20, processed_items: 4, failed_items: 2 })
  await page.getByRole('button', { name: 'To total' }).click()
  await expect(page.getByRole('textbox', { name: 'Processed' })).toHaveValue('18')
  await page.getByText('Worker mode').click()
  await page.keyboard.press('e')
  await page.getByLabel('Key', { exact: true }).fill('SKU-9')
  await page.getByLabel('Error type').fill('gap')
  await page.getByLabel('Message').fill('No colour')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('How far')).toContainText('3 failed')
  await page.getByRole('button', { name: 'To total' }).click()
  await expect(page.getByLabel('How far')).toContainText('17 of 20')
  await expect(page.getByRole('button', { name: 'To total' })).toBeDisabled()
  await jobUntil(job, watched => watched.job?.processed === 17 && watched.job.failed === 3)
  await expect(page.getByLabel('How far')).toContainText('3 failed')
})

test('an error that is half typed is still there after another mode and another page were looked at, until Cancel', async ({
  openReport,
  posted,
}) => {
  const { page } = await openReport(fourOfTwenty)
  await page.getByText('Worker mode').click()
  await page.keyboard.press('e')
  const key = page.getByLabel('Key', { exact: true })
  await key.fill('SKU-9')
  await page.getByText('Many errors').click()
  await expect(page.getByLabel('Errors or warnings')).toBeVisible()
  await page.getByText('Worker mode').click()
  await expect(key).toHaveValue('SKU-9')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Jobs/ }).click()
  await page.getByRole('button', { name: job.slice(-8) }).focus()
  await page.keyboard.press('r')
  await page.getByText('Worker mode').click()
  await expect(key).toHaveValue('SKU-9')
  await page.getByRole('form', { name: 'An error' }).getByRole('button', { name: 'Cancel' }).click()
  await page.keyboard.press('e')
  await expect(key).toHaveValue('')
  expect(await posted()).toEqual([])
})
