import { expect, test } from './support/real-desktop'

const job = 'enrichment-0a1b2c3d'

test('a job that failed, ran again and failed again between two looks is told twice, each run once (fault 22)', async ({
  desktop,
  server: { control, merchant },
  start,
  ask,
  watchMerchant,
  jobUntil,
}) => {
  await control.merchantJob(job, { status: 'in_progress', total_items: 20, processed_items: 4 })
  await start()
  const ref = { connectionId: await watchMerchant(job), jobId: job }
  const report = async (body: object) => {
    const answer = await fetch(`${merchant.baseUrl}/api/jobs/${job}/progress`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${merchant.key}` },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(200)
  }
  const told = () => desktop.notices.all().filter(({ title }) => title === 'Enrichment failed').length
  await report({ mark_started: true })
  await report({ mark_failed: 'The feed is empty.' })
  const first = await jobUntil(job, ({ job: seen }) => seen?.phase === 'ended')
  await expect.poll(told).toBe(1)
  // More than times are rounded by.
  await control.tell('POST', '/clock/step', { seconds: 5 })
  await report({ mark_started: true })
  await report({ mark_failed: 'The feed is empty again.' })
  await ask('jobs:look-now', [ref])
  const second = await jobUntil(job, ({ job: seen }) => seen?.phase === 'ended' && seen.epoch > (first.job?.epoch ?? 0))
  expect(second.job).toMatchObject({ status: first.job?.status, errorMessage: 'The feed is empty again.' })
  await expect.poll(told).toBe(2)
  await ask('jobs:look-now', [ref])
  await jobUntil(job, ({ seenAt }) => seenAt !== second.seenAt)
  expect(told()).toBe(2)
})
