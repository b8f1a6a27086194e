import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connectDemo, type Demo, demoIds, noteLife, openDemo, watchDemo } from '../../src/main/demo'
import { systemClock } from '../../src/main/watch/clock'
import { aLivingEngine } from '../support/a-living-engine'

const minute = 60_000

function aProfile() {
  const profile = mkdtempSync(join(tmpdir(), 'jobtray-demo-'))
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
  const file = join(profile, 'demo.json')
  return {
    profile,
    life: () => JSON.parse(readFileSync(file, 'utf8')),
    /** As if the demo had been begun so long ago. */
    age(ms: number): void {
      writeFileSync(file, JSON.stringify({ ...this.life(), since: Date.now() - ms }))
    },
  }
}

/** A demo that is closed with the test, or before by hand. */
async function opened(profile: string): Promise<Demo> {
  const demo = await openDemo(profile, null)
  onTestFinished(() => demo.sandbox.close())
  noteLife(profile, demo)
  return demo
}

const call = async ({ sandbox }: Demo, path: string, more: RequestInit = {}) => {
  const { url, keys } = sandbox.ready.merchantops
  // A socket that is kept would be one to the sandbox before, which had the same port.
  const headers = { authorization: `Bearer ${keys.full}`, connection: 'close', 'content-type': 'application/json' }
  return (await fetch(`${url}/api/jobs/${path}`, { headers, ...more })).json()
}
const read = (demo: Demo, jobId: string) => call(demo, jobId)
const post = (demo: Demo, path: string, body: object) =>
  call(demo, path, { method: 'POST', body: JSON.stringify(body) })

const idsIn = ({ sandbox }: Demo, own: { readonly ended?: boolean } = {}) =>
  sandbox.ready.jobs.filter(({ ended }) => own.ended === undefined || ended === own.ended).map(({ job_id }) => job_id)

describe('a demo that is started again', () => {
  it('goes on with the life it has lived, at the same address, and what was due meanwhile has happened', async () => {
    const at = aProfile()
    const first = await opened(at.profile)
    expect(first.isNew).toBe(true)
    await first.sandbox.close()
    at.age(5 * minute)
    const second = await opened(at.profile)
    expect(second.isNew).toBe(false)
    expect(second.sandbox.ready.merchantops.url).toBe(first.sandbox.ready.merchantops.url)
    const [before, now] = [idsIn(first, { ended: false }), idsIn(second)]
    expect(before.filter(id => !now.includes(id))).toEqual([])
    expect(idsIn(second, { ended: true }).length).toBeGreaterThan(20)
  })

  it('has the jobs that a person made, and those that were reported on, as they were at a kill', async () => {
    const at = aProfile()
    const first = await opened(at.profile)
    const jobId = (await post(first, '', { job_type: 'crawl', total_items: 40 })).job_id
    await post(first, `${jobId}/progress`, { processed_items: 12, stage: 'fetching' })
    const [ofStory = ''] = first.sandbox.ready.jobs
      .filter(({ vendor, ended, via }) => vendor === 'merchantops' && !ended && via === 'story')
      .map(({ job_id }) => job_id)
    await post(first, `${ofStory}/progress`, { stage: 'by hand' })
    // Closing writes nothing: a kill -9 leaves the same files.
    await first.sandbox.close()
    at.age(5 * minute)
    const second = await opened(at.profile)
    expect(await read(second, jobId)).toMatchObject({ total_items: 40, processed_items: 12 })
    expect(await read(second, ofStory)).toMatchObject({ metadata: { stage: 'by hand' } })
    expect((await post(second, '', { job_type: 'crawl', total_items: 1 })).job_id).not.toBe(jobId)
    await second.sandbox.close()

    at.age(13 * 60 * minute)
    const third = await opened(at.profile)
    expect(third.isNew).toBe(true)
    expect(await read(third, jobId)).toEqual({ detail: 'Job not found' })
  })

  it('begins another life, with other jobs, when somebody else has taken its address', async () => {
    const at = aProfile()
    const first = await opened(at.profile)
    const [port, seed] = [at.life().port, at.life().seed]
    await first.sandbox.close()
    const thief = createServer()
    await new Promise<void>(resolve => thief.listen(port, '127.0.0.1', resolve))
    onTestFinished(() => void thief.close())
    const second = await opened(at.profile)
    expect([second.isNew, at.life().seed]).toEqual([true, seed + 1])
    expect(idsIn(second).filter(id => idsIn(first).includes(id))).toEqual([])
  })
})

describe('the jobs of the demo', () => {
  const anEngineFor = async (demo: Demo) => {
    const engine = await aLivingEngine(systemClock, 'demo-')
    const ports = { ...engine, isForgotten: engine.journal.jobs.isForgotten }
    await connectDemo(demo, ports)
    await watchDemo(demo, ports)
    return engine
  }
  type Engine = Awaited<ReturnType<typeof anEngineFor>>
  const listed = ({ board }: Engine) => [...board.jobs()].map(({ ref }) => ref.jobId)
  const added = ({ board }: Engine) =>
    [...board.jobs()].filter(({ origin }) => origin === 'added').map(({ ref }) => ref.jobId)

  it('are all watched at first, but for those that are found through others', async () => {
    const demo = await opened(aProfile().profile)
    const engine = await anEngineFor(demo)
    const own = demo.sandbox.ready.jobs.filter(({ via }) => via === 'story').map(({ job_id }) => job_id)
    expect(listed(engine)).toEqual(expect.arrayContaining(own))
    const children = demo.sandbox.ready.jobs.filter(({ via }) => via === 'job').map(({ job_id }) => job_id)
    expect(children).toHaveLength(3)
    await expect.poll(() => children.filter(id => !listed(engine).includes(id))).toEqual([])
    expect(engine.board.settings().holdForFamily).toBe(true)
  })

  it('that ended before a restart are not put on the list by it, nor is what a person took off', async () => {
    const at = aProfile()
    const first = await opened(at.profile)
    await first.sandbox.close()
    at.age(20 * minute)
    const demo = await opened(at.profile)
    const engine = await anEngineFor(demo)
    const ended = idsIn(demo, { ended: true })
    expect(added(engine).filter(id => ended.includes(id))).toEqual([])
    const [one] = [...engine.board.jobs()]
    if (one === undefined) throw new Error('no job is listed')
    await engine.handlers['jobs:forget']([one.ref])
    await watchDemo(demo, { ...engine, isForgotten: engine.journal.jobs.isForgotten })
    expect(listed(engine)).not.toContain(one.ref.jobId)
  })
})

it('a connection of a person’s own gets an id that is free', () => {
  const taken = new Set(['demo-1', 'demo-2', 'demo-4'])
  expect(demoIds(id => taken.has(id))()).toBe('demo-3')
})
