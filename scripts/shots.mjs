import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build/ensure-built.mjs'
import { allTargets } from './build/programs.mjs'
import { root } from './project.mjs'
import { setUp } from './setup/set-up.mjs'
import { runCommand } from './setup/stop.mjs'
import { endIfOnlyAsked } from './setup/usage.mjs'
import { playwright } from './test/playwright.mjs'

endIfOnlyAsked('shots', [])

/** A picture of every page and dialog, light and dark, wide and narrow, from the demo: `npm run shots`. */
runCommand(async () => {
  const runtime = await setUp()
  await ensureBuilt(allTargets)
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-shots-'))
  try {
    const code = await playwright(folder, runtime, ['--config=test/shots/playwright.config.ts'])
    console.log(`pictures    ${join(root, 'out', 'shots')}`)
    return code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
