import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { journalOf } from '../../../src/main/journal/journal'
import { openJournal } from '../../../src/main/journal/open'
import type { FaultRule } from '../../../src/sandbox/server'
import type { Post, PostOrder } from '../../../src/shared/outbox'
import { aSandbox, type SandboxUnderTest } from '../sandbox'
import type { Assignment } from './driver'
import { buildDriver, type Driver, runDriver } from './run-driver'
import { type Arrivals, arrivalsOf, followRequests } from './server-side'

const reports = 480
const creations = 20
const jobs = 24
const kills = 16

/** A seeded stream, so that a run that failed can be looked at again. */
function numbers(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
const seed = Number(process.env.OUTBOX_SEED ?? 7)
const random = numbers(seed)

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

const orderOf = (index: number): PostOrder => ({
  id: idOf(index),
  connectionId: 'c1',
  form: null,
  content:
    index < reports
      ? {
          kind: 'progress',
          jobId: `probe-${index % jobs}`,
          input: {
            error: { entityKey: idOf(index), entityType: 'product', errorType: 'probe', message: `Report ${index}` },
            ...(index % 3 === 0 ? { stage: `stage ${index}` } : {}),
            ...(index % 4 === 0 ? { processedItems: index } : {}),
          },
        }
      : { kind: 'create', input: { jobType: 'probe', totalItems: index, triggeredBy: idOf(index) } },
})

const postFaults: readonly FaultRule['fault'][] = [
  { kind: 'drop-after-apply' },
  { kind: 'drop-after-apply' },
  { kind: 'reset' },
  { kind: 'delay', ms: 900 }, // longer than the client waits: a time-out, and applied all the same
  { kind: 'cut', after_bytes: 20 },
  { kind: 'truncated-json' },
  { kind: 'html' },
  { kind: 'answer', status: 503 },
  { kind: 'answer', status: 500 },
  { kind: 'answer', status: 429, retry_after: { form: 'seconds', seconds: 1 } },
  { kind: 'answer', status: 422, body: { detail: [{ loc: ['body', 'stage'], msg: 'no', type: 'value_error' }] } },
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

type Tally = Record<'sent' | 'refused' | 'shownUnknown' | 'doubles' | 'losses', number>

function tally(posts: readonly Post[], { effects }: Arrivals): Tally {
  const sum: Tally = { sent: 0, refused: 0, shownUnknown: 0, doubles: 0, losses: 0 }
  for (const post of posts) {
    const arrived = effects.get(post.id) ?? 0
    if (arrived > 1) sum.doubles += 1
    if (post.state === 'sent') {
      sum.sent += 1
      if (arrived === 0) sum.losses += 1
    } else if (post.state === 'refused') {
      sum.refused += 1
      // Said to be certainly not applied.
      if (arrived > 0) sum.doubles += 1
    } else if (post.state === 'dropped' || post.state === 'unknown') sum.shownUnknown += 1
    else sum.losses += 1
  }
  return sum
}

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
