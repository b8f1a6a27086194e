import { setTimeout as wait } from 'node:timers/promises'
import { jobtray, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { few } from '../kit/figures.mjs'

const settleMs = 15_000
const watchMs = 20_000

/** How long the main process keeps anybody waiting, with 10,000 jobs and no window. @type {import('../bench.mjs').Group} */
export const delay = async ({ runs, profiles, jobs }) => {
  /** @type {number[]} */
  const p99 = []
  /** @type {number[]} */
  const longest = []
  await jobs.count('moving?one-in=20')
  for (let run = 0; run < few(runs); run += 1) {
    await onDesktop(async desktop => {
      await profiles.lay(desktop, 10_000, true)
      const app = await startApp(desktop, jobtray, { probe: true })
      await wait(settleMs)
      await app.hear({ do: 'delay-start' })
      await wait(watchMs)
      const read = await app.hear({ do: 'delay-read' })
      p99.push(read.p99)
      longest.push(read.max)
      await app.quit()
    })
  }
  const note =
    'monitorEventLoopDelay, 5 ms steps of its own included; the jobs were just added, so all are looked at as fast as it goes'
  return [
    { id: 'delay.p99', ours: p99, note },
    { id: 'delay.max', ours: longest },
  ]
}
