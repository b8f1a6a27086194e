import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './project.mjs'
import { setUp } from './setup/set-up.mjs'
import { runCommand } from './setup/stop.mjs'
import { endIfOnlyAsked, numberGiven } from './setup/usage.mjs'

endIfOnlyAsked('crash', ['--runs=N', '--posts=N'])

/** `npm run crash [-- --runs=200] [--posts=500]`: the tests that kill the app, with as many kills, one after the other; each prints its counts. */
const runs = String(numberGiven('--runs') ?? 200)
const posts = String(numberGiven('--posts') ?? 500)
const files = ['crash.test.ts', 'outbox-kills.test.ts']
runCommand(async () => {
  await setUp()
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/playwright.mjs'), '--project=desktop', ...files, '--workers=1'],
    { stdio: 'inherit', env: { ...process.env, JOBTRAY_CRASH_RUNS: runs, JOBTRAY_CRASH_POSTS: posts } },
  )
  const [code] = await once(child, 'exit')
  return code ?? 1
})
