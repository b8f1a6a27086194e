import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from './support/real-desktop'

/** Jobs end in twos around each kill, so that some endings fall before it, some into it and some while nobody watches. */
const kills = 4
const perKill = 3
const idOf = (round: number, nth: number) => `crawl-round${round}n${nth}`

test('killed at random moments, the app loses no ending and tells none twice unmarked', async ({
  desktop,
  server: { control },
  start,
  ask,
  lookNow,
  stateUntil,
  watchMerchant,
}) => {
  test.slow()
  const ids = Array.from({ length: kills * perKill }, (_, index) => idOf(Math.floor(index / perKill), index % perKill))
  for (const id of ids) await control.merchantJob(id, { status: 'in_progress', total_items: 10, processed_items: 5 })
  const app = { now: await start() }
  await watchMerchant(...ids)

  for (let round = 0; round < kills; round += 1) {
    for (let nth = 0; nth < perKill; nth += 1) {
      await control.change(idOf(round, nth), { status: nth === 1 ? 'failed' : 'completed' })
    }
    await lookNow()
    // the moment is the point: from before the first answer to after the last notice
    await sleep(Math.random() * 120)
    await app.now.kill()
    app.now = await start()
    expect((await ask('state:read')).jobs).toHaveLength(ids.length)
  }

  await lookNow()
  const state = await stateUntil(
    ({ jobs, notices }) => jobs.every(({ job }) => job?.phase === 'ended') && notices.length >= ids.length,
  )
  const ledger = state.notices.map(({ ref }) => ref?.jobId ?? '')
  expect([...ledger].sort()).toEqual([...ids].sort())
  const told = (id: string) =>
    desktop.notices.all().filter(({ body }) => body.includes(`\n${id.slice('crawl-'.length)} `))
  for (const id of ids) await desktop.notices.until(notice => told(id).includes(notice))
  for (const id of ids) {
    const unmarked = told(id).filter(({ body }) => !body.includes('Perhaps told before'))
    expect(unmarked.length, `${id} told without a mark`).toBeLessThanOrEqual(1)
    expect(told(id).length, `${id} told in all`).toBeLessThanOrEqual(2)
  }
})
