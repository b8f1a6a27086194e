import { describe, expect, it } from 'vitest'
import { aParent, refOf } from '../../support/a-family'
import { anEngine, notFound, type Reply, wireJob } from '../../support/an-engine'
import { aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'

const idIn = (request: { readonly url: string }) => new URL(request.url).pathname.split('/')[3] ?? ''

/** An app over a server that knows these jobs. */
const aServer = (world: Record<string, object>, own: Parameters<typeof anEngine>[0] = {}) =>
  anEngine({
    reply: (request): Reply => {
      const job = world[idIn(request)]
      return job === undefined ? notFound : { json: wireJob(idIn(request), job) }
    },
    ...own,
  })

const names = (...jobIds: readonly string[]) => ({ metadata: { enrichment_job_ids: jobIds } })
const over = { status: 'completed' }
const listed = ({ board }: Awaited<ReturnType<typeof aServer>>) => [...board.jobs()].map(({ ref }) => ref.jobId)

describe('following', () => {
  it('puts the jobs that a watched one names on the list, and those that they name', async () => {
    const app = await aServer(
      { a: names('b', 'c'), b: names('d'), c: {}, d: {} },
      { jobs: [anUnseenJob({ ref: refOf('a') })] },
    )
    await app.clock.pass(1_000)
    expect(listed(app)).toEqual(['a', 'b', 'c', 'd'])
    expect(app.board.job(refOf('d'))).toMatchObject({ origin: 'linked', foundThrough: 'b', job: { processed: 40 } })
    expect(app.journal.jobs.all().map(({ ref }) => ref.jobId)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('comes to an end in a circle', async () => {
    const app = await aServer({ a: names('b'), b: names('a', 'b') }, { jobs: [anUnseenJob({ ref: refOf('a') })] })
    await app.clock.pass(60_000)
    expect(listed(app)).toEqual(['a', 'b'])
  })

  it('goes eight steps far and no further, and takes a hundred jobs and no more', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `j${index}`)
    const chain = Object.fromEntries(ids.map((id, index) => [id, names(`j${index + 1}`)]))
    const deep = await aServer(chain, { jobs: [anUnseenJob({ ref: refOf('j0') })] })
    await deep.clock.pass(60_000)
    expect(listed(deep)).toEqual(ids.slice(0, 9))

    const wide = await aServer(
      { a: names(...ids.slice(0, 90)), ...Object.fromEntries(ids.map(id => [id, names(...ids.slice(80))])) },
      { jobs: [anUnseenJob({ ref: refOf('a') })] },
    )
    await wide.clock.pass(60_000)
    expect(listed(wide)).toHaveLength(101)
  })

  it('does not happen when it is switched off, and catches up when it is switched on', async () => {
    const world = { a: names('b'), b: over }
    const app = await aServer(world, { jobs: [anUnseenJob({ ref: refOf('a') })], settings: { followFamilies: false } })
    await app.clock.pass(20_000)
    expect(listed(app)).toEqual(['a'])
    await app.ask('settings:change', { followFamilies: true })
    await app.clock.pass(1_000)
    expect(app.board.job(refOf('b'))).toMatchObject({ origin: 'linked', job: { outcome: 'succeeded' } })
    expect(app.announced).toEqual([])
  })

  it('does not give back a job that a person took off the list, not even after it was swept', async () => {
    const world: Record<string, object> = { a: names('b'), b: {}, other: names('b') }
    const app = await aServer(world, { jobs: [anUnseenJob({ ref: refOf('a') })] })
    await app.clock.pass(1_000)
    await app.ask('jobs:forget', [refOf('b')])
    app.journal.retention.sweep(new Date(0), new Date('2100-01-01'))
    await app.ask('jobs:watch', 'c1', 'other')
    await app.clock.pass(60_000)
    expect(listed(app)).toEqual(['a', 'other'])
  })

  it('follows again what a person has put back', async () => {
    const world: Record<string, object> = { a: names('b'), b: {} }
    const app = await aServer(world, { jobs: [anUnseenJob({ ref: refOf('a') })] })
    await app.clock.pass(1_000)
    await app.ask('jobs:forget', [refOf('b')])
    await app.ask('jobs:restore', [refOf('b')])
    expect(app.journal.unfollowed.has(refOf('b'))).toBe(false)
    expect(app.journal.jobs.all().map(({ ref }) => ref.jobId)).toEqual(['a', 'b'])
  })

  it('leaves a job to a person who asks for it by its id: it is theirs then, also after a restart', async () => {
    const app = await aServer({ a: names('b'), b: {} }, { jobs: [anUnseenJob({ ref: refOf('a') })] })
    await app.clock.pass(1_000)
    await app.ask('jobs:watch', 'c1', 'b')
    for (const job of [app.board.job(refOf('b')), app.journal.jobs.all().find(({ ref }) => ref.jobId === 'b')]) {
      expect([job?.origin, job?.foundThrough, job?.job?.processed]).toEqual(['added', undefined, 40])
    }
  })

  it('of a link that leads nowhere asks for five minutes and then no more, without an alarm', async () => {
    const app = await aServer({ a: names('nowhere') }, { jobs: [anUnseenJob({ ref: refOf('a') })] })
    const asked = () => app.requests.filter(request => idIn(request) === 'nowhere').length
    await app.clock.pass(400_000)
    expect(app.board.job(refOf('nowhere'))).toMatchObject({ gone: true, job: null })
    const before = asked()
    expect(before).toBeGreaterThan(3)
    await app.clock.pass(3_600_000)
    const alarms = app.announced.filter(({ ref }) => ref?.jobId === 'nowhere')
    expect([asked(), alarms, app.board.parts().banners]).toEqual([before, [], []])
  })
})

describe('the ending of a job that was found', () => {
  it('is told although it came before the first look, when its parent was being watched', async () => {
    const world: Record<string, object> = { a: {}, b: { ...over, status: 'failed' } }
    const app = await aServer(world, { jobs: [aWatchedJob({ ref: refOf('a'), job: aJob() })] })
    await app.clock.pass(6_000)
    world.a = names('b')
    await app.clock.pass(60_000)
    expect(app.announced.map(({ ref, outcome }) => [ref?.jobId, outcome])).toEqual([['b', 'failed']])
  })

  it('is no news when the parent was seen for the first time as well', async () => {
    const app = await aServer({ a: names('b'), b: over }, { jobs: [anUnseenJob({ ref: refOf('a') })] })
    await app.clock.pass(60_000)
    expect(app.board.job(refOf('b'))?.job?.outcome).toBe('succeeded')
    expect(app.announced).toEqual([])
  })

  it('is told when it is seen to come', async () => {
    const world: Record<string, object> = { a: names('b'), b: {} }
    const app = await aServer(world, { jobs: [anUnseenJob({ ref: refOf('a') })] })
    await app.clock.pass(6_000)
    world.b = over
    await app.clock.pass(60_000)
    expect(app.announced.map(({ ref }) => ref?.jobId)).toEqual(['b'])
  })
})

it('writes a job that was found in the same moment as the one that named it', async () => {
  const parent = aParent('a', [], { job: anEndedJob() })
  const app = await aServer({ a: { ...over, ...names('b') } }, { jobs: [parent] })
  app.db.exec('PRAGMA max_page_count = 1')
  await app.ask('jobs:look-now', [refOf('a')])
  await app.clock.pass(1_000)
  const kept = app.journal.jobs.all()
  expect(kept.map(({ ref }) => ref.jobId)).toEqual(kept[0]?.job?.links.length === 0 ? ['a'] : ['a', 'b'])
  app.db.exec('PRAGMA max_page_count = 100000')
  await app.ask('jobs:look-now', [refOf('a')])
  await app.clock.pass(120_000)
  expect(app.journal.jobs.all().map(({ ref }) => ref.jobId)).toEqual(['a', 'b'])
})
