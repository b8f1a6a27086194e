import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { journalOf } from '../../../src/main/journal/journal'
import { openJournal } from '../../../src/main/journal/open'
import type { FaultRule } from '../../../src/sandbox/server'
import type { PostOrder } from '../../../src/shared/outbox'
import { aSandbox, type SandboxUnderTest } from '../sandbox'
import type { Assignment } from './driver'
import { badAnswers, numbers, orderFor, tally } from './orders'
import { buildDriver, type Driver, runDriver } from './run-driver'
import { arrivalsOf, followRequests } from './server-side'

const reports = 480
const creations = 20
const jobs = 24
const kills = 16

const seed = Number(process.env.OUTBOX_SEED ?? 7)
const random = numbers(seed)
const orderOf = (index: number): PostOrder => orderFor('c1', index, { reports, jobs })
const postFaults: readonly FaultRule['fault'][] = [
  ...badAnswers,
  { kind: 'delay', ms: 900 }, // longer than the client waits: a time-out, and applied all the same
]

async function breakMuch(sandbox: SandboxUnderTest): Promise<void> {
  const rules = Array.from({ length: 160 }, (_, index): FaultRule => {
    const isLook = index % 8 === 0
    const fault = isLook ? { kind: 'reset' as const } : (postFaults[random(postFaults.length)] ?? { kind: 'reset' })
    return {
      match: { method: isLook ? 'GET' : 'POST', server: 'merchantops' },
      skip: 4 * index + random(4),
      count: 1,
      fault,
    }
  })
  await sandbox.tell('POST', '/faults', rules)
}

let driver = ''
beforeAll(async () => {
  driver = await buildDriver()
}, 60_000)
afterAll(() => rmSync(dirname(driver), { recursive: true, force: true }))

it('500 posts through kills, lost answers, resets and time-outs: each arrives once or is shown as unknown', async () => {
  const sandbox = await aSandbox()
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-outbox-'))
  const started: Driver[] = []
  const run = (assignment: Assignment): Driver => {
    const driven = runDriver(driver, assignment)
    started.push(driven)
    return driven
  }
  try {
    for (let index = 0; index < jobs; index += 1)
      await sandbox.tell('POST', '/jobs', {
        vendor: 'merchantops',
        job_id: `probe-${index}`,
        set: { status: 'in_progress' },
      })
    const orders = Array.from({ length: reports + creations }, (_, index) => orderOf(index))
    writeFileSync(join(folder, 'orders.json'), JSON.stringify(orders))
    await breakMuch(sandbox)
    const requests = followRequests(sandbox)

    const { url: baseUrl, keys } = sandbox.ready.merchantops
    const assignment = { folder, baseUrl, key: keys.full, haste: 12, zero: Date.now() }
    let killed = 0
    for (; killed < kills; killed += 1) {
      const driven = run(assignment)
      await driven.ready
      await new Promise(resolve => setTimeout(resolve, 60 + random(400)))
      driven.process.kill('SIGKILL')
      if ((await driven.ended).code === 0) break
    }
    const last = await run(assignment).ended
    expect(last).toEqual({ code: 0, troubles: '' })

    const journal = journalOf(openJournal(join(folder, 'journal.db'), new Date()).db)
    const posts = orders.map(({ id }) => journal.posts.get(id)?.post).filter(post => post !== undefined)
    journal.close()
    const sum = tally(posts, await arrivalsOf(sandbox))
    const asked = await requests.stop()
    const attempts = posts.reduce((total, post) => total + post.attempts, 0)
    console.log(
      `seed ${seed}: ${posts.length} posts, ${killed} kills, ${attempts} attempts, ${asked.posts} POST requests of which ${asked.broken} went wrong; ${JSON.stringify(sum)}`,
    )

    expect(posts).toHaveLength(orders.length)
    expect(sum).toMatchObject({ doubles: 0, losses: 0 })
    // Not one request that the outbox does not know of.
    expect(asked.posts).toBeLessThanOrEqual(attempts)
    expect(asked.broken).toBeGreaterThan(50)
    expect(sum.sent).toBeGreaterThan(400)
  } finally {
    for (const { process } of started) process.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}, 240_000)
