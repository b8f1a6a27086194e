import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDb } from '../../src/main/journal/db'
import { ledgerOf } from './support/ledger'
import { expect, test } from './support/real-desktop'
import { spawnApp } from './support/spawned-app'

/** `npm run crash -- --runs=200` asks for more (issue 5, proof 2). */
const runs = Number(process.env.JOBTRAY_CRASH_RUNS ?? 8)
const endings = ['completed', 'completed_with_warnings', 'failed', 'partial_success'] as const
const idOf = (run: number) => `crawl-crash${String(run).padStart(4, '0')}`

test('killed with SIGKILL at random moments, it loses no ending, no journal, and tells none twice unmarked (faults 49, 50)', async ({
  desktop,
  profile,
  server: { control },
  start,
  ask,
  stateUntil,
  watchMerchant,
}) => {
  test.setTimeout(240_000 + runs * 30_000)
  const ids = Array.from({ length: runs }, (_, run) => idOf(run))
  for (const id of ids) await control.merchantJob(id, { status: 'in_progress', total_items: 10, processed_items: 5 })
  let app = await start()
  const connectionId = await watchMerchant(...ids)
  let kills = 0

  for (const [run, jobId] of ids.entries()) {
    await control.change(jobId, { status: endings[run % endings.length] })
    await ask('jobs:look-now', [{ connectionId, jobId }])
    // The moment is the point: from before the answer to after the notice.
    await sleep(Math.random() * 700)
    await app.kill()
    kills += 1
    if (run % 3 === 2) {
      // And from before the journal is opened to after the last run's debts are told.
      const starting = await spawnApp(desktop, ['--live', '--profile', profile])
      await sleep(Math.random() * 1_200)
      await starting.kill()
      kills += 1
    }
    app = await start()
    const { jobs, banners } = await ask('state:read')
    expect([jobs.length, banners], `after kill ${kills}`).toEqual([ids.length, []])
  }

  await ask(
    'jobs:look-now',
    ids.map(jobId => ({ connectionId, jobId })),
  )
  await stateUntil(({ jobs }) => jobs.every(({ job }) => job?.phase === 'ended'), 60_000)
  const file = join(profile, 'journal.db')
  // What ends together is told together, up to fifteen seconds later.
  await expect.poll(() => ledgerOf(openDb(file)).untold).toEqual([])
  await ask('app:quit')
  await app.exit

  const ledger = ledgerOf(openDb(file))
  const corrupt = readdirSync(profile).filter(name => name.includes('.corrupt-'))
  const told = (id: string) =>
    desktop.notices.all().filter(({ body }) => body.includes(`\n${id.slice('crawl-'.length)} `))
  const unmarked = (id: string) => told(id).filter(({ body }) => !body.includes('Perhaps told before'))
  const sum = {
    kills,
    corrupt: corrupt.length,
    unannounced: ids.filter(id => told(id).length === 0 && !ledger.summedUp.includes(id)).length,
    summedUp: ledger.summedUp.length,
    twice: ids.filter(id => told(id).length > 1).length,
    twiceUnmarked: ids.filter(id => unmarked(id).length > 1).length,
    ledger: ledger.endings.length,
  }
  console.log(`crash test: ${JSON.stringify(sum)}`)
  expect([...ledger.endings].sort()).toEqual([...ids].sort())
  expect(sum).toMatchObject({ corrupt: 0, unannounced: 0, twiceUnmarked: 0 })
  // One kill cuts off one notification at most, between its being sent and the note of it. That it is rare is what many
  // runs are for (issue 5, proof 2): of a few, chance alone would decide.
  expect(sum.twice).toBeLessThanOrEqual(runs < 100 ? kills : 1)
  const inSummaries = desktop.notices.all().map(({ title }) => Number(/^(\d+) more jobs? ended$/.exec(title)?.[1] ?? 0))
  expect(inSummaries.reduce((all, many) => all + many, 0)).toBeGreaterThanOrEqual(sum.summedUp)
})
