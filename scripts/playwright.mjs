import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build/ensure-built.mjs'
import { allTargets } from './build/programs.mjs'
import { resolveRuntime } from './runtime/resolve.mjs'
import { runCommand } from './setup/stop.mjs'
import { playwright } from './test/playwright.mjs'

/** For working on the window and desktop tests: `node scripts/playwright.mjs --project=app -g 'name of a test'`. */
runCommand(async () => {
  const runtime = await resolveRuntime()
  await ensureBuilt(allTargets)
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-test-'))
  try {
    return await playwright(folder, runtime, process.argv.slice(2))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
