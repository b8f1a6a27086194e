// `npm run bench [-- --json] [--only GROUP] [--runs=N]`: Jobtray beside a bare Electron tray app and a naive poller, in one run. Linux only.
import { ensureBuilt } from '../../scripts/build/ensure-built.mjs'
import { setUp } from '../../scripts/setup/set-up.mjs'
import { runCommand } from '../../scripts/setup/stop.mjs'
import { endIfOnlyAsked, numberGiven, wordGiven } from '../../scripts/setup/usage.mjs'

const groups = ['start', 'memory', 'cpu', 'disk', 'traffic', 'notice', 'window', 'size']
endIfOnlyAsked('bench', [`--only=${groups.join('|')}`, '--runs=N', '--json'])

await runCommand(async () => {
  await setUp()
  await ensureBuilt(['app', 'cli'])
  const { measure } = await import('./measure.mjs')
  await measure({
    only: wordGiven('--only'),
    runs: numberGiven('--runs') ?? 5,
    asJson: process.argv.includes('--json'),
  })
  return 0
})
process.exit()
