import { setTimeout as wait } from 'node:timers/promises'
import { bare, jobtray, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { few } from '../kit/figures.mjs'
import { firstRow } from '../kit/page.mjs'
import { memoryOf } from '../kit/processes.mjs'
import { warmHome } from '../kit/profiles.mjs'

const count = 1_000
const settleMs = 12_000

/** @typedef {import('../kit/app.mjs').App} App */

/** @param {import('../kit/desk.mjs').Desktop} desktop @param {App} app @returns {Promise<number>} ms from the click until rows are painted */
const openByTray = async (desktop, app) => {
  const clicked = Date.now()
  await desktop.tray.activate()
  while ((await app.hear({ do: 'windows' })) === 0) await wait(5)
  return (await app.hear({ do: 'page', code: firstRow })) - clicked
}

/** Closes the window, and destroys it as Jobtray would do some minutes later. @param {App} app */
const closed = async app => {
  await app.hear({ do: 'close' })
  await app.hear({ do: 'destroy' })
  while ((await app.hear({ do: 'windows' })) > 0) await wait(50)
}

/** A window opened from the tray: how soon its rows are there, what it holds, and what is left when it has gone. @type {import('../bench.mjs').Group} */
export const opening = async ({ runs, profiles, jobs }) => {
  const seen = { bare: { rows: [], open: [], closed: [] }, jobtray: { rows: [], open: [], closed: [] } }
  await jobs.count('moving?one-in=20')
  for (let run = 0; run < few(runs); run += 1) {
    for (const program of [bare, jobtray]) {
      /** @type {{ rows: number[], open: number[], closed: number[] }} */
      const own = program === bare ? seen.bare : seen.jobtray
      await onDesktop(async desktop => {
        if (program === jobtray) await profiles.lay(desktop, count)
        await warmHome(desktop)
        const app = await startApp(desktop, program, { probe: true })
        await wait(3_000)
        own.rows.push(await openByTray(desktop, app))
        await wait(settleMs)
        own.open.push(memoryOf(app.pid).mib)
        await closed(app)
        await wait(settleMs)
        own.closed.push(memoryOf(app.pid).mib)
        await app.quit()
      })
    }
  }
  /** @param {'rows' | 'open' | 'closed'} what */
  const pair = what => ({
    ours: seen.jobtray[what],
    beside: { name: /** @type {const} */ ('bare'), figures: seen.bare[what] },
  })
  return [
    { id: 'window.rows', ...pair('rows'), note: '1,000 jobs; both windows are made at the click on the tray' },
    { id: 'memory.window', ...pair('open') },
    { id: 'memory.closed', ...pair('closed'), note: '1,000 jobs still watched; the bare window destroyed likewise' },
  ]
}
