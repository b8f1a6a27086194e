import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../../scripts/project.mjs'
import { naive, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { fewest } from '../kit/figures.mjs'

const minutes = 10
/** So many times faster runs the engine's clock: ten minutes of it are thirty seconds. */
const haste = 20
const count = 1_000
/** The naive poller does the same all the time: it is watched for so long, ms, and reckoned up. */
const naiveMs = 20_000

/** The whole engine without Electron, whose clock can be made to run faster: the one that is soaked. */
const bundleEngine = async () => {
  const { build } = await import('vite')
  const folder = join(root, 'out', 'test', 'bench')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['libsql', 'keytar'] },
    build: {
      ssr: 'test/soak/watcher-under-soak.ts',
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'engine.mjs' } },
    },
  })
  return join(folder, 'engine.mjs')
}

/** What one engine asks for in ten minutes of its clock, from the moment it is given the jobs. @param {string} engine @param {import('../kit/jobs.mjs').Jobs} jobs */
const oursOnce = async (engine, jobs) => {
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-bench-'))
  const jobIds = Array.from({ length: count }, (_, number) => `bench-${number}`)
  const server = { name: 'bench', vendor: 'merchantops', baseUrl: jobs.url, key: 'bench-key-0123456789', jobIds }
  const before = await jobs.count(`haste?x=${haste}`)
  const told = JSON.stringify({ folder, servers: [server], haste, sampleMs: 3_600_000 })
  const child = spawn(process.execPath, ['--expose-gc', engine, told], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(createInterface({ input: child.stdout }), 'line')
  await wait((minutes * 60_000) / haste)
  const after = await jobs.count('haste?x=1')
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
  return { requests: after.requests - before.requests, bytes: after.bytes - before.bytes }
}

/** @param {import('../kit/jobs.mjs').Jobs} jobs */
const naiveOnce = jobs =>
  onDesktop(async desktop => {
    const program = naive({ NAIVE_SERVER: jobs.url, NAIVE_JOBS: String(count), NAIVE_EVERY_MS: '5000' })
    const app = await startApp(desktop, program)
    await wait(8_000)
    const before = await jobs.count()
    await wait(naiveMs)
    const after = await jobs.count()
    await app.quit()
    const times = (minutes * 60_000) / naiveMs
    return { requests: (after.requests - before.requests) * times, bytes: (after.bytes - before.bytes) * times }
  })

/** What 1,000 jobs cost a server and the network in ten minutes, when one in twenty of them moves. @type {import('../bench.mjs').Group} */
export const traffic = async ({ runs, jobs }) => {
  const engine = await bundleEngine()
  const ours = []
  const theirs = []
  /** @type {number[]} */
  const sockets = []
  await jobs.count('moving?one-in=20')
  for (let run = 0; run < fewest(runs); run += 1) {
    await jobs.count('fresh')
    ours.push(await oursOnce(engine, jobs))
    sockets.push((await jobs.count()).mostAtOnce)
    theirs.push(await naiveOnce(jobs))
  }
  const kib = (/** @type {{ readonly bytes: number }} */ { bytes }) => bytes / 1024
  const asked = (/** @type {{ readonly requests: number }} */ { requests }) => requests
  return [
    {
      id: 'traffic.requests',
      ours: ours.map(asked),
      beside: { name: 'naive', figures: theirs.map(asked) },
      note: `our engine without Electron, its clock ${haste}x faster, first looks included; the naive one watched for ${naiveMs / 1000} s and reckoned up`,
    },
    {
      id: 'traffic.bytes',
      ours: ours.map(kib),
      beside: { name: 'naive', figures: theirs.map(kib) },
      note: 'no ETag on either side: neither API documents one',
    },
    { id: 'traffic.sockets', ours: sockets },
  ]
}
