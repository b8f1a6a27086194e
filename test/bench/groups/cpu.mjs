import { setTimeout as wait } from 'node:timers/promises'
import { bare, jobtray, naive, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { cpuOf } from '../kit/processes.mjs'
import { warmHome } from '../kit/profiles.mjs'

/** What a start costs is over after this, ms; then so long, ms, is watched. */
const settleMs = 15_000
const watchMs = 30_000

/** @typedef {import('../kit/app.mjs').Program} Program */

/** Percent of one core that the whole tree takes. @param {import('../bench.mjs').Means} means @param {Program} program @param {number | null} count */
const shareOf = ({ profiles }, program, count) =>
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
    { key: 'bare', program: bare, count: null },
    { key: 'idle', program: jobtray, count: 0 },
    { key: 'naive', program: poller, count: null },
    { key: '1000', program: jobtray, count: 1_000 },
    { key: '10000', program: jobtray, count: 10_000 },
  ].map(each => ({ ...each, shares: /** @type {number[]} */ ([]) }))
  await means.jobs.count('moving?one-in=20')
  for (let run = 0; run < means.runs; run += 1)
    for (const { program, count, shares } of cases) shares.push(await shareOf(means, program, count))
  const by = Object.fromEntries(cases.map(({ key, shares }) => [key, shares]))
  return [
    { id: 'cpu.idle', ours: by.idle ?? [], beside: { name: 'bare', figures: by.bare ?? [] } },
    {
      id: 'cpu.1000',
      ours: by['1000'] ?? [],
      beside: { name: 'naive', figures: by.naive ?? [] },
      note: 'one job in 20 moves; ours at the usual pace, in its tray; the naive one asks for each job every 5 s',
    },
    { id: 'cpu.10000', ours: by['10000'] ?? [], note: 'one job in 20 moves; the usual pace slows the others to 60 s' },
  ]
}
