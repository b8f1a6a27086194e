import { setTimeout as wait } from 'node:timers/promises'
import { bare, jobtray, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { warmHome } from '../kit/profiles.mjs'

/** From spawn until the panel shows the item, and from SIGTERM until the process is gone. @type {import('../bench.mjs').Group} */
export const start = async ({ runs, profiles }) => {
  /** @type {Record<string, { toTray: number[], quit: number[] }>} */
  const seen = { bare: { toTray: [], quit: [] }, jobtray: { toTray: [], quit: [] } }
  await onDesktop(async desktop => {
    await profiles.lay(desktop, 0)
    await warmHome(desktop)
    // the first pair warms the page cache
    for (let run = 0; run <= runs * 3; run += 1) {
      for (const program of [bare, jobtray]) {
        const app = await startApp(desktop, program)
        await wait(1_000)
        const quit = await app.quit()
        if (run === 0) continue
        seen[program.name]?.toTray.push(app.toTrayMs)
        seen[program.name]?.quit.push(quit)
      }
    }
  })
  const { bare: floor, jobtray: ours } = seen
  if (floor === undefined || ours === undefined) return []
  return [
    {
      id: 'start.tray',
      ours: ours.toTray,
      beside: { name: 'bare', figures: floor.toTray },
      note: 'in turn on one desktop',
    },
    { id: 'start.quit', ours: ours.quit, beside: { name: 'bare', figures: floor.quit } },
  ]
}
