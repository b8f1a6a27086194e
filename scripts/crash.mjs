import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './project.mjs'

/** `npm run crash -- --runs=200`: the crash test with as many runs, alone on its desktop; prints the counts. */
const runs = /^--runs=(\d+)$/m.exec(process.argv.join('\n'))?.[1] ?? '200'
const child = spawn(
  process.execPath,
  [join(root, 'scripts/playwright.mjs'), '--project=desktop', 'crash.test.ts', '--workers=1'],
  { stdio: 'inherit', env: { ...process.env, JOBTRAY_CRASH_RUNS: runs } },
)
const [code] = await once(child, 'exit')
process.exitCode = code ?? 1
