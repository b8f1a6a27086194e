// `npm run bench [-- --json]`: Jobtray beside a bare Electron tray app on the same runtime, in one run, in turn. Linux only.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureBuilt } from '../../scripts/build/ensure-built.mjs'
import { appUser, asUser } from '../../scripts/desktop/as-user.mjs'
import { root } from '../../scripts/project.mjs'
import { resolveRuntime } from '../../scripts/runtime/resolve.mjs'
import { median } from './memory.mjs'
import { oneRun } from './one-run.mjs'

const runs = Number(/^--runs=(\d+)$/m.exec(process.argv.join('\n'))?.[1] ?? 5)
const runtime = await resolveRuntime()
await ensureBuilt(['app', 'cli'])
const { executable } = runtime
const user = appUser([executable, join(root, 'package.json')])

/** A profile with one connection and no job, so that no window opens. @param {import('../../scripts/desktop/open.mjs').Desktop} desktop */
const prepare = async desktop => {
  const profile = join(desktop.home, 'profile')
  const app = asUser(user, executable, [
    ...(user === null ? ['--no-sandbox'] : []),
    root,
    '--live',
    '--profile',
    profile,
  ])
  const child = spawn(app.file, [...app.args], { env: desktop.env, stdio: 'ignore' })
  const ended = once(child, 'exit')
  await desktop.tray.until(() => true)
  await jobtray(desktop, [
    'connect',
    '--name',
    'bench',
    '--vendor',
    'merchantops',
    '--url',
    'http://127.0.0.1:9',
    '--no-proof',
  ])
  await jobtray(desktop, ['quit'])
  await ended
}

/** The same first run for the bare app: what a system prepares for a new home must not count against it. @param {import('../../scripts/desktop/open.mjs').Desktop} desktop */
const prepareBare = async desktop => {
  const app = asUser(user, executable, [...(user === null ? ['--no-sandbox'] : []), join(root, 'test/bench/bare')])
  const child = spawn(app.file, [...app.args], { env: desktop.env, stdio: 'ignore' })
  const ended = once(child, 'exit')
  await desktop.tray.until(() => true)
  await new Promise(resolve => setTimeout(resolve, 500))
  child.kill('SIGTERM')
  await ended
}

/** Repeats until the socket is there: the tray item is drawn before it. @param {import('../../scripts/desktop/open.mjs').Desktop} desktop @param {readonly string[]} words */
const jobtray = async (desktop, words) => {
  for (let tries = 0; tries < 50; tries += 1) {
    const cli = asUser(user, process.execPath, [
      join(root, 'out/cli/index.js'),
      '--profile',
      join(desktop.home, 'profile'),
      ...words,
    ])
    const child = spawn(cli.file, [...cli.args], { env: desktop.env, stdio: ['ignore', 'ignore', 'pipe'] })
    const said = createInterface({ input: child.stderr })
    let last = ''
    said.on('line', line => {
      last = line
    })
    const [code] = await once(child, 'close')
    if (code === 0) return
    if (code !== 69) throw new Error(last)
  }
  throw new Error('the app never listened')
}

/** @type {{ bare: { toTray: number[], pss: number[] }, jobtray: { toTray: number[], pss: number[] } }} */
const seen = { bare: { toTray: [], pss: [] }, jobtray: { toTray: [], pss: [] } }
let processes = { bare: 0, jobtray: 0 }
for (let run = 0; run <= runs; run += 1) {
  const bare = await oneRun({
    executable,
    user,
    prepare: prepareBare,
    args: () => [join(root, 'test/bench/bare')],
    memory: true,
  })
  const full = await oneRun({
    executable,
    user,
    prepare,
    args: home => [root, '--live', '--profile', join(home, 'profile')],
    memory: true,
  })
  // The first pair warms the page cache.
  if (run === 0) continue
  seen.bare.toTray.push(bare.toTrayMs)
  seen.jobtray.toTray.push(full.toTrayMs)
  seen.bare.pss.push(bare.pss?.mib ?? Number.NaN)
  seen.jobtray.pss.push(full.pss?.mib ?? Number.NaN)
  processes = { bare: bare.pss?.processes ?? 0, jobtray: full.pss?.processes ?? 0 }
}

/** @param {string} what @param {string} unit @param {number} goal @param {readonly number[]} ours @param {readonly number[]} bare */
const line = (what, unit, goal, ours, bare) => {
  const ratio = median(ours) / median(bare)
  const spread = `${Math.min(...ours).toFixed(0)}-${Math.max(...ours).toFixed(0)}`
  return { what, unit, goal, jobtray: median(ours), bare: median(bare), ratio, spread, met: ratio <= goal }
}
const lines = [
  line('spawn to tray', 'ms', 1.25, seen.jobtray.toTray, seen.bare.toTray),
  line('memory, tray only (PSS)', 'MiB', 1.15, seen.jobtray.pss, seen.bare.pss),
]
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'cpu'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Electron ${runtime.version}`
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ machine, runs, processes, lines }, null, 2))
} else {
  console.log(`${machine}; medians of ${runs} in turn; processes: Jobtray ${processes.jobtray}, bare ${processes.bare}`)
  for (const { what, unit, goal, jobtray, bare, ratio, spread, met } of lines) {
    console.log(
      `${what.padEnd(26)} ${jobtray.toFixed(0)} ${unit} (${spread})  bare ${bare.toFixed(0)} ${unit}  ${ratio.toFixed(2)}x  goal ${goal}x  ${met ? 'met' : 'MISSED'}`,
    )
  }
}
process.exit(0)
