import { setTimeout as wait } from 'node:timers/promises'
import { bare, jobtray, naive, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { cpuOf } from '../kit/processes.mjs'
import { warmHome } from '../kit/profiles.mjs'

/** What a start costs is over after this, ms; then so long, ms, is watched. */
const startedMs = 15_000
/** A job that is two minutes on the list is no longer looked at eagerly, and those that stand still have slowed down. */
const settledMs = 160_000
const watchMs = 30_000

/** @typedef {import('../kit/app.mjs').Program} Program */

/** Percent of one core that the whole tree takes. @param {import('../bench.mjs').Means} means @param {Program} program @param {number | null} count @param {number} settleMs */
const shareOf = ({ profiles }, program, count, settleMs) =>
  onDesktop(async desktop => {
    if (count !== null) await profiles.lay(desktop, count)
    await warmHome(desktop)
    const app = await startApp(desktop, program)
    await wait(settleMs)
    const before = cpuOf(app.pid)
    const begun = performance.now()
    await wait(watchMs)
    const share = ((cpuOf(app.pid) - before) / (performance.now() - begun)) * 100
    await app.quit()
    return share
  })

/** Processor time of the process tree, without a window. @type {import('../bench.mjs').Group} */
export const cpu = async means => {
  const poller = naive({ NAIVE_SERVER: means.jobs.url, NAIVE_JOBS: '1000', NAIVE_EVERY_MS: '5000' })
  const cases = [
    { key: 'bare', program: bare, count: null, settleMs: startedMs },
    { key: 'idle', program: jobtray, count: 0, settleMs: startedMs },
    { key: 'naive', program: poller, count: null, settleMs: startedMs },
    { key: 'eager', program: jobtray, count: 1_000, settleMs: startedMs },
    { key: '1000', program: jobtray, count: 1_000, settleMs: settledMs },
    { key: '10000', program: jobtray, count: 10_000, settleMs: settledMs },
  ].map(each => ({ ...each, shares: /** @type {number[]} */ ([]) }))
  await means.jobs.count('moving?one-in=20')
  for (let run = 0; run < means.runs; run += 1)
    for (const { program, count, settleMs, shares } of cases)
      shares.push(await shareOf(means, program, count, settleMs))
  const by = Object.fromEntries(cases.map(({ key, shares }) => [key, shares]))
  const theirs = /** @type {const} */ ({ name: 'naive', figures: by.naive ?? [] })
  return [
    { id: 'cpu.idle', ours: by.idle ?? [], beside: { name: 'bare', figures: by.bare ?? [] } },
    {
      id: 'cpu.1000',
      ours: by['1000'] ?? [],
      beside: theirs,
      note: 'one job in 20 moves; ours at the usual pace after 160 s, when what stands still is asked for once a minute',
    },
    { id: 'cpu.eager', ours: by.eager ?? [], beside: theirs, note: 'the same within two minutes of being added' },
    { id: 'cpu.10000', ours: by['10000'] ?? [], note: 'one job in 20 moves; after 160 s' },
  ]
}
