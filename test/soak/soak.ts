import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { count } from '../../src/shared/numbers'
import { controlOf } from '../desktop/support/sandbox-control'
import { reportOf } from './report'
import type { Sample, SoakAssignment } from './sample'
import { aServer } from './server'
import { soakWorld } from './world'

const haste = 60
const servers = 2
const jobsEach = 500

/** `npm run soak -- --minutes 20`: a thousand jobs under random faults by a clock that runs sixty times faster (issue 5, proof 4). */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '20' } } })
const minutes = Number(values.minutes)
if (!(minutes >= 1 && minutes <= 600)) throw new Error('--minutes must be a number from 1 to 600')

const folder = mkdtempSync(join(tmpdir(), 'jobtray-soak-'))
const sandboxes = await Promise.all(Array.from({ length: servers }, () => aServer(haste)))
const places = await Promise.all(
  sandboxes.map(async (sandbox, index) => {
    const jobIds = Array.from({ length: jobsEach }, (_, nth) => `soak-${index}-${nth}`)
    const control = controlOf(sandbox)
    const world = soakWorld(control, jobIds, Math.random)
    await world.populate()
    const { url: baseUrl, keys } = sandbox.ready.merchantops
    return {
      control,
      world,
      server: { name: `Server ${index}`, vendor: 'merchantops', baseUrl, key: keys.full, jobIds } as const,
    }
  }),
)

const assignment: SoakAssignment = { folder, servers: places.map(({ server }) => server), haste, sampleMs: 10_000 }
const program = join(import.meta.dirname, 'watcher.mjs')
const watcher = spawn(process.execPath, ['--expose-gc', program, JSON.stringify(assignment)], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const samples: Sample[] = []
/** What the servers were told to do wrong, for whoever looks for the cause of a late look. */
const troubles: string[] = []
createInterface({ input: watcher.stdout }).on('line', line => {
  const said: Sample | 'ready' = JSON.parse(line)
  if (said === 'ready') return
  samples.push({ ...said, overdue: said.overdue.map(late => `${late}; the last troubles: ${troubles.join(', ')}`) })
  process.stderr.write(
    `${said.hours.toFixed(1)} h  heap ${(said.heap / 2 ** 20).toFixed(1)} MB  ${said.active} active  ${count(said.notices)} notices  overdue ${said.overdue.length}  ${said.pace}\n`,
  )
})

const end = Date.now() + minutes * 60_000
let second = 0
while (Date.now() < end && watcher.exitCode === null) {
  await new Promise(resolve => setTimeout(resolve, 1_000))
  second += 1
  for (const { world, control, server } of places) {
    await world.move(12)
    // Two minutes of trouble in six, by the fast clock.
    if (second % 6 === 0) troubles.push(`${server.name} ${await world.trouble()} at ${second} s`)
    troubles.splice(0, troubles.length - 4)
    if (second % 6 === 2) await world.calm()
    // What the sandbox remembers of old requests is not what is being soaked.
    if (second % 60 === 0) await control.forgetRequests()
  }
}
const died = watcher.exitCode
watcher.kill('SIGTERM')
for (const sandbox of sandboxes) sandbox.stop()
rmSync(folder, { recursive: true, force: true })

const report = reportOf(samples, { minutes, haste, jobs: servers * jobsEach, died })
console.log(report.text)
process.exit(report.good ? 0 : 1)
