import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
/** @typedef {import('../kit/app.mjs').Program} Program */
/** @typedef {import('../kit/desk.mjs').Desktop} Desktop */

/** @param {App} app @returns {Promise<number>} when the window's rows were painted, ms since 1970 */
const rowsPainted = async app => {
  while ((await app.hear({ do: 'windows' })) === 0) await wait(5)
  return app.hear({ do: 'page', code: firstRow })
}

/** @param {Desktop} desktop @param {App} app @returns {Promise<number>} ms from the click until rows are painted */
const openByTray = async (desktop, app) => {
  const clicked = Date.now()
  await desktop.tray.activate()
  return (await rowsPainted(app)) - clicked
}

/** Closes the window, and destroys it as Jobtray would do some minutes later. @param {App} app */
const closed = async app => {
  await app.hear({ do: 'close' })
  await app.hear({ do: 'destroy' })
  while ((await app.hear({ do: 'windows' })) > 0) await wait(50)
}

/** Starts it so that its window opens at once: Jobtray as after an error of its own. @param {Desktop} desktop @param {Program} program */
const startOpen = async (desktop, program) => {
  const at = Date.now()
  if (program === jobtray) {
    const fall = { at, why: 'error', restarted: true, window: true }
    writeFileSync(join(desktop.home, 'profile/fall.json'), JSON.stringify(fall), { mode: 0o644 })
  }
  const app = await startApp(desktop, { ...program, env: { BARE_OPENS: '1' } }, { probe: true })
  return { app, ms: (await rowsPainted(app)) - app.spawnedAt }
}

/** A window opened from the tray and at the start: how soon its rows are there, what it holds, and what is left when it has gone. @type {import('../bench.mjs').Group} */
export const opening = async ({ runs, profiles, jobs }) => {
  /** @returns {Record<'first' | 'rows' | 'spawn' | 'open' | 'closed', number[]>} */
  const none = () => ({ first: [], rows: [], spawn: [], open: [], closed: [] })
  const seen = { bare: none(), jobtray: none() }
  await jobs.count('moving?one-in=20')
  for (let run = 0; run < few(runs); run += 1) {
    for (const program of [bare, jobtray]) {
      const own = program === bare ? seen.bare : seen.jobtray
      await onDesktop(async desktop => {
        if (program === jobtray) await profiles.lay(desktop, count)
        await warmHome(desktop)
        const app = await startApp(desktop, program, { probe: true })
        await wait(3_000)
        own.first.push(await openByTray(desktop, app))
        await wait(settleMs)
        own.open.push(memoryOf(app.pid).mib)
        await closed(app)
        await wait(settleMs)
        own.closed.push(memoryOf(app.pid).mib)
        await app.quit()
        // from here on a profile whose window was opened before, as every person's but once
        const later = await startApp(desktop, program, { probe: true })
        await wait(3_000)
        own.rows.push(await openByTray(desktop, later))
        await wait(1_000)
        await later.quit()
        const open = await startOpen(desktop, program)
        own.spawn.push(open.ms)
        await open.app.quit()
      })
    }
  }
  /** @param {keyof typeof seen.bare} what */
  const pair = what => ({
    ours: seen.jobtray[what],
    beside: { name: /** @type {const} */ ('bare'), figures: seen.bare[what] },
  })
  return [
    { id: 'window.spawn', ...pair('spawn'), note: '1,000 jobs; both open their window at the start' },
    { id: 'window.first', ...pair('first'), note: '1,000 jobs; a profile without a window so far' },
    { id: 'window.rows', ...pair('rows'), note: 'the same, its window opened once before, in an earlier run' },
    { id: 'memory.window', ...pair('open') },
    { id: 'memory.closed', ...pair('closed'), note: '1,000 jobs still watched; the bare window destroyed likewise' },
  ]
}
