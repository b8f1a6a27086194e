import { describe, expect, it } from 'vitest'
import { anEngine, wireIssue, wireJob } from '../../support/an-engine'
import { aConnection, anEndedJob, aWatchedJob } from '../../support/builders'

const ref = (jobId: string, connectionId = 'c1') => ({ connectionId, jobId })
const idIn = (request: { readonly url: string }) => request.url.split('/')[5] ?? ''
const running = (request: { readonly url: string }) => ({ json: wireJob(idIn(request)) })

describe('watching jobs', () => {
  it('writes the new ones down and looks at them at once', async () => {
    const { ask, board, journal, requests, clock } = await anEngine({ reply: running })
    expect(await ask('jobs:watch', 'c1', 'enrichment-a\nenrichment-b,enrichment-a')).toEqual({
      ok: true,
      value: { added: [ref('enrichment-a'), ref('enrichment-b')], already: [], refused: [] },
    })
    expect(journal.jobs.all().map(watched => watched.ref.jobId)).toEqual(['enrichment-a', 'enrichment-b'])
    await clock.pass(0)
    expect(requests.map(request => new URL(request.url).pathname)).toEqual([
      '/api/jobs/enrichment-a',
      '/api/jobs/enrichment-b',
    ])
    expect(board.job(ref('enrichment-a'))?.job).toMatchObject({ processed: 40 })
  })

  it('leaves those alone that are watched already', async () => {
    const { ask, board } = await anEngine({ jobs: [aWatchedJob()], reply: running })
    const before = board.job(aWatchedJob().ref)
    expect(await ask('jobs:watch', 'c1', 'enrichment-5f2c81d0')).toMatchObject({
      value: { added: [], already: [aWatchedJob().ref] },
    })
    expect(board.job(aWatchedJob().ref)).toBe(before)
  })

  it('keeps one id under two connections apart', async () => {
    const connections = [aConnection(), aConnection({ id: 'c2', name: 'Production' })]
    const { ask, board, journal } = await anEngine({ connections })
    for (const id of ['c1', 'c2']) await ask('jobs:watch', id, 'x')
    expect([board.job(ref('x', 'c1'))?.ref, board.job(ref('x', 'c2'))?.ref]).toEqual([ref('x', 'c1'), ref('x', 'c2')])
    await ask('jobs:forget', [ref('x', 'c1')])
    expect(journal.jobs.all().map(watched => watched.ref)).toEqual([ref('x', 'c2')])
  })

  it('takes ids like __proto__ for what they are', async () => {
    const { ask, board } = await anEngine()
    await ask('jobs:watch', 'c1', '__proto__,constructor,toString')
    expect([...board.jobs()].map(watched => watched.ref.jobId)).toEqual(['__proto__', 'constructor', 'toString'])
  })

  it('of a connection that is gone is refused in one sentence', async () => {
    const { ask } = await anEngine()
    expect(await ask('jobs:watch', 'c9', 'x')).toEqual({
      ok: false,
      message: 'This connection is not there any more.',
    })
  })

  it('takes thousands at once, and refuses a paste that can be no list of jobs', async () => {
    const { ask, board } = await anEngine()
    const ids = (many: number) => Array.from({ length: many }, (_, index) => `crawl-${index}`).join('\n')
    expect(await ask('jobs:watch', 'c1', ids(20_001))).toEqual({
      ok: false,
      message: 'These are 20,001 jobs. Add at most 20,000 at once.',
    })
    expect([...board.jobs()]).toHaveLength(0)
    expect(await ask('jobs:watch', 'c1', ids(3_000))).toMatchObject({ ok: true })
    expect([...board.jobs()]).toHaveLength(3_000)
  })
})

describe('forgetting jobs', () => {
  it('takes them off the list, and a restart does not bring them back', async () => {
    const { ask, board, journal, clock, requests } = await anEngine({ jobs: [aWatchedJob()], reply: running })
    await ask('jobs:forget', [aWatchedJob().ref])
    const asked = requests.length
    await clock.pass(60_000)
    expect([[...board.jobs()], journal.jobs.all(), requests.length]).toEqual([[], [], asked])
  })

  it('can be taken back, with all that was known', async () => {
    const { ask, board } = await anEngine({ jobs: [aWatchedJob()] })
    await ask('jobs:forget', [aWatchedJob().ref])
    await ask('jobs:restore', [aWatchedJob().ref, ref('never-seen')])
    expect([...board.jobs()]).toEqual([aWatchedJob()])
  })

  it('and adding one again begins anew: an ending it had meanwhile is no news', async () => {
    const { ask, board, clock, announced } = await anEngine({
      jobs: [aWatchedJob()],
      reply: () => ({ json: wireJob('enrichment-5f2c81d0', { status: 'COMPLETED', processed_items: 100 }) }),
    })
    await ask('jobs:forget', [aWatchedJob().ref])
    await ask('jobs:watch', 'c1', 'enrichment-5f2c81d0')
    expect(board.job(aWatchedJob().ref)).toMatchObject({ job: null, origin: 'added' })
    await clock.pass(1_000)
    expect(board.job(aWatchedJob().ref)?.job?.outcome).toBe('succeeded')
    expect(announced).toEqual([])
  })
})

describe('marking jobs', () => {
  const watched = aWatchedJob()

  it('keeps each mark on the board and on the disk, and leaves the others as they are', async () => {
    const { ask, board, journal } = await anEngine({ jobs: [watched] })
    await ask('jobs:mark', [watched.ref, ref('never-seen')], { muted: true })
    await ask('jobs:mark', [watched.ref], { pinned: true })
    await ask('jobs:mark', [watched.ref], { pinned: false })
    expect(board.job(watched.ref)).toMatchObject({ muted: true, pinned: false, job: watched.job })
    expect(journal.jobs.all()).toEqual([board.job(watched.ref)])
  })

  it('outlives the next look', async () => {
    const { ask, board, clock } = await anEngine({ jobs: [watched], reply: running })
    await ask('jobs:mark', [watched.ref], { muted: true, pinned: true })
    await clock.pass(60_000)
    expect(board.job(watched.ref)).toMatchObject({ muted: true, pinned: true, fault: null })
  })

  it('takes no other word for a mark', async () => {
    const { ask } = await anEngine({ jobs: [watched] })
    expect(await ask('jobs:mark', [watched.ref], { gone: true })).toMatchObject({ ok: false })
  })
})

describe('looking at a job', () => {
  it('now is done at once, also when it would never be looked at again', async () => {
    const gone = aWatchedJob({ job: anEndedJob(), endedSeenAt: '2026-03-01T00:00:00.000Z', gone: true })
    const { ask, requests, clock } = await anEngine({ jobs: [gone], reply: running })
    await clock.pass(60_000)
    expect(requests).toEqual([])
    await ask('jobs:look-now', [gone.ref, ref('never-seen')])
    await clock.pass(0)
    expect(requests.length).toBeGreaterThan(0)
  })

  it('closely gives the parts that were read last, and nothing once the job begins anew', async () => {
    const { ask, clock } = await anEngine({
      reply: request => ({ json: wireJob(idIn(request), { errors: [wireIssue] }) }),
    })
    await ask('jobs:watch', 'c1', 'enrichment-a')
    await clock.pass(0)
    expect(await ask('jobs:read-detail', ref('enrichment-a'))).toMatchObject({
      value: { errors: [{ entityKey: 'SKU-1042', message: 'The main image answers 404.' }] },
    })
    await ask('settings:change', { paused: true })
    await ask('jobs:forget', [ref('enrichment-a')])
    expect(await ask('jobs:read-detail', ref('enrichment-a'))).toEqual({ ok: true, value: null })
    await ask('jobs:watch', 'c1', 'enrichment-a')
    expect(await ask('jobs:read-detail', ref('enrichment-a'))).toEqual({ ok: true, value: null })
  })
})

describe('the way a job went', () => {
  it('is told with its stages, and with the gap while its server cannot be reached', async () => {
    const world = { step: 0 }
    const { ask, clock } = await anEngine({
      reply: request => {
        world.step += 1
        if (world.step > 4) return { kind: 'server', status: 500, retryAfterMs: null }
        return { json: wireJob(idIn(request), { processed_items: 40 + world.step, metadata: { stage: 'read' } }) }
      },
    })
    await ask('jobs:watch', 'c1', 'enrichment-a')
    await clock.pass(120_000)
    expect(await ask('jobs:read-timeline', ref('enrichment-a'))).toMatchObject({
      value: {
        entries: [{ processed: 41, stage: 'read' }, { processed: 42 }, { processed: 43 }, { processed: 44 }],
        stages: [{ stage: 'read', to: null, unseenSeconds: expect.any(Number) }],
        gaps: [{ to: null }],
      },
    })
    expect(await ask('jobs:read-timeline', ref('never-seen'))).toMatchObject({ value: { entries: [] } })
  })
})

it('what was seen in the last second is on the disk when the app ends (fault 60)', async () => {
  const world = { processed: 41 }
  const engine = await anEngine({
    reply: request => ({ json: wireJob(idIn(request), { processed_items: world.processed }) }),
  })
  await engine.ask('jobs:watch', 'c1', 'enrichment-a')
  await engine.clock.pass(0)
  world.processed = 77
  await engine.ask('jobs:look-now', [ref('enrichment-a')])
  await engine.clock.pass(0)
  const kept = () => engine.journal.jobs.all()[0]?.job?.processed
  expect([engine.board.job(ref('enrichment-a'))?.job?.processed, kept()]).toEqual([77, 41])
  engine.stop()
  expect(kept()).toBe(77)
})
