import { expect, test } from './support/real-desktop'

test('a server that asked for a pause has it although the app is killed at once and starts again (faults 7, 8)', async ({
  server: { control },
  start,
  stateUntil,
  lookNow,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-paused01', { status: 'in_progress', total_items: 10, processed_items: 4 })
  const app = await start()
  await watchMerchant('crawl-paused01')
  const retryAfter = { form: 'date', seconds: 120 } as const
  await control.fault({ count: 1, fault: { kind: 'answer', status: 429, retry_after: retryAfter } })
  await lookNow()
  const waits = () => stateUntil(({ connections }) => connections[0]?.waitsUntil !== undefined)
  await waits()
  await app.kill()
  await control.forgetRequests()
  await start()
  await waits()
  await lookNow()
  expect(await control.requests()).toEqual([])
})

test('what it asked the doctor for holds after a kill too, whatever the looks were told (fault 8)', async ({
  server: { control },
  start,
  runCli,
  stateUntil,
  lookNow,
  watchMerchant,
}) => {
  await control.merchantJob('crawl-paused02', { status: 'in_progress', total_items: 10, processed_items: 4 })
  const app = await start()
  await watchMerchant('crawl-paused02')
  const match = { path: '/api/jobs/00000000-0000-0000-0000-000000000000/*' }
  const retryAfter = { form: 'seconds', seconds: 120 } as const
  await control.fault({ match, fault: { kind: 'answer', status: 429, retry_after: retryAfter } })
  expect((await runCli(['doctor', 'Outfitters'])).code).toBe(1)
  await app.kill()
  await control.forgetRequests()
  await start()
  await stateUntil(({ connections }) => connections[0]?.waitsUntil !== undefined)
  await lookNow()
  expect(await control.requests()).toEqual([])
})
