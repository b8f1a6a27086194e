import { setTimeout as wait } from 'node:timers/promises'
import { jobtray, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { few, quantile } from '../kit/figures.mjs'
import { elements, filtered, firstRow, scrolled } from '../kit/page.mjs'

const settleMs = 15_000
const watchMs = 10_000

/** @param {import('../bench.mjs').Means} means @param {number} count @param {(app: import('../kit/app.mjs').App) => Promise<void>} work */
const withWindow = ({ profiles }, count, work) =>
  onDesktop(async desktop => {
    await profiles.lay(desktop, count)
    const app = await startApp(desktop, jobtray, { probe: true })
    await wait(2_000)
    await desktop.tray.activate()
    while ((await app.hear({ do: 'windows' })) === 0) await wait(20)
    await app.hear({ do: 'page', code: firstRow })
    await wait(settleMs)
    await work(app)
    await app.quit()
  })

/** The list under load: 10,000 rows scrolled and filtered while 1,000 of the jobs move; messages to a window of 1,000. @type {import('../bench.mjs').Group} */
export const list = async means => {
  /** @type {{ frame: number[], filter: number[], nodes: number[], messages: number[] }} */
  const seen = { frame: [], filter: [], nodes: [], messages: [] }
  for (let run = 0; run < few(means.runs); run += 1) {
    await means.jobs.count('moving?one-in=10')
    await withWindow(means, 10_000, async app => {
      seen.frame.push(quantile(await app.hear({ do: 'page', code: scrolled }), 0.95))
      seen.filter.push(Math.max(...(await app.hear({ do: 'page', code: filtered }))))
      seen.nodes.push(await app.hear({ do: 'page', code: elements }))
    })
    await means.jobs.count('moving?one-in=1')
    await withWindow(means, 1_000, async app => {
      const before = await app.hear({ do: 'sent' })
      await wait(watchMs)
      seen.messages.push(((await app.hear({ do: 'sent' })) - before) / (watchMs / 1_000))
    })
  }
  await means.jobs.count('moving?one-in=20')
  return [
    {
      id: 'window.frame',
      ours: seen.frame,
      note: 'one job in ten moves; software rendering, 60 frames a second at best',
    },
    { id: 'window.filter', ours: seen.filter, note: 'the slowest of six changes of the filter in each run' },
    { id: 'window.nodes', ours: seen.nodes },
    { id: 'window.messages', ours: seen.messages },
  ]
}
