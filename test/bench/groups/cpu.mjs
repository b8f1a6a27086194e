import { setTimeout as wait } from 'node:timers/promises'
import { bare, jobtray, naive, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { fewest } from '../kit/figures.mjs'
import { cpuOf } from '../kit/processes.mjs'
import { warmHome } from '../kit/profiles.mjs'

/** What a start costs is over after this, ms; then so long, ms, is watched. */
const startedMs = 15_000
/** What stands still is looked at once a minute from then on. */
const settledMs = 140_000
/** What was begun together is looked at together: a shorter watch sees too many of those looks, or too few. */
const watchMs = 60_000
/** A desktop, the profile laid into it and a first start to warm it, ms. */
const layMs = 8_000

/** @typedef {{ readonly program: import('../kit/app.mjs').Program, readonly count: number | null, readonly justAdded?: boolean, readonly settleMs: number }} Case */

/** Percent of one core that the whole tree takes. @param {import('../bench.mjs').Means} means @param {Case} each @param {number} watchedFrom by `performance.now()` */
const shareOf = async ({ profiles }, { program, count, justAdded, settleMs }, watchedFrom) => {
  const until = (/** @type {number} */ ms) => wait(Math.max(0, ms - performance.now()))
  await until(watchedFrom - settleMs - layMs)
  return onDesktop(async desktop => {
    await warmHome(desktop)
    if (count !== null) await profiles.lay(desktop, count, justAdded)
    const app = await startApp(desktop, program)
    await until(watchedFrom)
    const before = cpuOf(app.pid)
    const begun = performance.now()
    await wait(watchMs)
    const share = ((cpuOf(app.pid) - before) / (performance.now() - begun)) * 100
    await app.quit()
    return share
  })
}

/** Processor time of the process tree, without a window; all that are compared are watched in the same minute. @type {import('../bench.mjs').Group} */
export const cpu = async means => {
  const poller = naive({ NAIVE_SERVER: means.jobs.url, NAIVE_JOBS: '1000', NAIVE_EVERY_MS: '5000' })
  /** @type {Readonly<Record<string, Case>>} */
  const cases = {
    bare: { program: bare, count: null, settleMs: startedMs },
    idle: { program: jobtray, count: 0, settleMs: startedMs },
    naive: { program: poller, count: null, settleMs: startedMs },
    eager: { program: jobtray, count: 1_000, justAdded: true, settleMs: startedMs },
    1000: { program: jobtray, count: 1_000, settleMs: settledMs },
    10000: { program: jobtray, count: 10_000, settleMs: settledMs },
  }
  for (const count of [0, 1_000, 10_000]) await means.profiles.kept(count)
  await means.jobs.count('moving?one-in=20')
  /** @type {Record<string, number[]>} */
  const shares = {}
  for (let run = 0; run < fewest(means.runs); run += 1) {
    const watchedFrom = performance.now() + settledMs + layMs
    const seen = Object.entries(cases).map(async ([key, each]) => ({
      key,
      share: await shareOf(means, each, watchedFrom),
    }))
    for (const { key, share } of await Promise.all(seen)) shares[key] = [...(shares[key] ?? []), share]
  }
  const of = (/** @type {string} */ key) => shares[key] ?? []
  const theirs = /** @type {const} */ ({ name: 'naive', figures: of('naive') })
  return [
    { id: 'cpu.idle', ours: of('idle'), beside: { name: 'bare', figures: of('bare') } },
    {
      id: 'cpu.1000',
      ours: of('1000'),
      beside: theirs,
      note: 'one job in 20 moves; ours at the usual pace after 140 s, when what stands still is asked for once a minute',
    },
    { id: 'cpu.eager', ours: of('eager'), beside: theirs, note: 'the same within the first minute after being added' },
    { id: 'cpu.10000', ours: of('10000'), note: 'one job in 20 moves, so asked every 10 s; after 140 s' },
  ]
}
