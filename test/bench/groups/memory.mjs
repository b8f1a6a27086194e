import { setTimeout as wait } from 'node:timers/promises'
import { bare, jobtray, naive, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { few } from '../kit/figures.mjs'
import { electrons } from '../kit/machine.mjs'
import { memoryOf } from '../kit/processes.mjs'
import { warmHome } from '../kit/profiles.mjs'

/** Shared pages settle for this long before memory is read, ms. */
const settleMs = 15_000

/** @typedef {{ mib: number[], processes: number[] }} Seen */
const nothing = () => /** @type {Seen} */ ({ mib: [], processes: [] })

/** What a process tree holds with nothing but its tray item, with ever more jobs. @type {import('../bench.mjs').Group} */
export const memory = async ({ runs, profiles, jobs }) => {
  const cases = [
    { key: 'bare', program: bare, count: 0 },
    { key: 'none', program: jobtray, count: 0 },
    { key: '1000', program: jobtray, count: 1_000 },
    { key: '10000', program: jobtray, count: 10_000 },
    { key: 'naive', program: naive({ NAIVE_SERVER: jobs.url, NAIVE_JOBS: '1000' }), count: 0 },
  ].map(each => ({ ...each, seen: nothing() }))
  let disturbed = false
  for (let run = 0; run < few(runs); run += 1) {
    for (const { program, count, seen } of cases) {
      await onDesktop(async desktop => {
        if (program === jobtray) await profiles.lay(desktop, count)
        await warmHome(desktop)
        const app = await startApp(desktop, program)
        await wait(settleMs)
        const { mib, processes } = memoryOf(app.pid)
        seen.mib.push(mib)
        seen.processes.push(processes)
        disturbed ||= electrons() > processes
        await app.quit()
      })
    }
  }
  const by = Object.fromEntries(cases.map(({ key, seen }) => [key, seen]))
  const floor = /** @type {const} */ ({ name: 'bare', figures: by.bare?.mib ?? [] })
  const note = disturbed ? { note: 'another Electron ran meanwhile and shared pages: not to be trusted' } : {}
  return [
    ...['none', '1000', '10000'].map(key => ({
      id: `memory.${key}`,
      ours: by[key]?.mib ?? [],
      beside: floor,
      ...note,
    })),
    {
      id: 'memory.naive',
      ours: by['1000']?.mib ?? [],
      beside: { name: /** @type {const} */ ('naive'), figures: by.naive?.mib ?? [] },
      note: 'the naive one keeps its window, hidden',
    },
    {
      id: 'memory.processes',
      ours: by.none?.processes ?? [],
      beside: { name: /** @type {const} */ ('bare'), figures: by.bare?.processes ?? [] },
    },
  ]
}
