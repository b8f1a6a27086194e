import { describe, expect, it } from 'vitest'
import { firstView } from '../../src/main/connections/first-view'
import type { Fault } from '../../src/shared/fault'
import { aForm } from '../support/a-form'
import { anEngine, notFound, type Reply, wireJob } from '../support/an-engine'
import { aConnection, aJob, aWatchedJob } from '../support/builders'

const minute = 60_000
const forbidden: Fault = { kind: 'forbidden', permission: 'job:read', said: null }
const two = [aConnection(), aConnection({ id: 'c2', name: 'Other', baseUrl: 'https://other.example.com' })]
const jobOf = (connectionId: string, jobId: string) =>
  aWatchedJob({ ref: { connectionId, jobId }, addedAt: '2026-03-02T08:00:00.000Z' })
const idIn = (url: string) => url.match(/\/jobs\/([^/]+)/)?.[1] ?? ''
const answering =
  (own: object = {}) =>
  ({ url }: { readonly url: string }): Reply => ({ json: wireJob(idIn(url), own) })
const asked = (requests: readonly { readonly url: string }[], host: string) =>
  requests.filter(({ url }) => url.startsWith(`https://${host}.example.com`)).length

describe('a connection that a person pauses', () => {
  const start = () => anEngine({ connections: two, jobs: [jobOf('c1', 'a'), jobOf('c2', 'b')], reply: answering() })

  it('is asked nothing, while the others go on, and is asked at once when the pause ends', async () => {
    const { ask, clock, requests } = await start()
    await clock.pass(1_000)
    await ask('connections:change', 'c1', { paused: true })
    const before = { api: asked(requests, 'api'), other: asked(requests, 'other') }
    await clock.pass(30 * minute)
    expect(asked(requests, 'api')).toBe(before.api)
    expect(asked(requests, 'other')).toBeGreaterThan(before.other + 10)
    await ask('connections:change', 'c1', { paused: false })
    await clock.pass(0)
    expect(asked(requests, 'api')).toBe(before.api + 1)
  })

  it('is so after a restart, with the kinds that are muted; what is left out of a change stays', async () => {
    const { ask, board, journal } = await start()
    await ask('connections:change', 'c1', { paused: true, mutedKinds: ['succeeded'] })
    await ask('connections:change', 'c1', { mutedKinds: ['succeeded', 'stalled'] })
    const choices = { paused: true, mutedKinds: ['succeeded', 'stalled'] }
    expect(board.connection('c1')).toMatchObject(choices)
    expect(
      journal.connections
        .all()
        .map(firstView)
        .find(({ id }) => id === 'c1'),
    ).toMatchObject(choices)
  })

  it('keeps that when it is saved with another name, or another key', async () => {
    const { ask, board } = await start()
    await ask('connections:change', 'c1', { paused: true })
    await ask('connections:save', 'c1', aForm({ name: 'Renamed', key: null }), true)
    await ask('connections:save', 'c1', aForm({ name: 'Renamed', key: 'sk-new-55aa66bb' }), true)
    expect(board.connection('c1')).toMatchObject({ name: 'Renamed', paused: true })
  })

  it('must be there', async () => {
    const { ask } = await start()
    expect(await ask('connections:change', 'nobody', { paused: true })).toMatchObject({ ok: false })
  })
})

describe('a key that may not read jobs (fault 2)', () => {
  it('of one of two jobs is the trouble of that job, which is asked about every quarter of an hour', async () => {
    const { board, clock, requests, announced } = await anEngine({
      jobs: [jobOf('c1', 'a'), jobOf('c1', 'b')],
      reply: request => (idIn(request.url) === 'a' ? forbidden : answering()(request)),
    })
    await clock.pass(62 * minute)
    expect(requests.filter(({ url }) => idIn(url) === 'a').length).toBeLessThanOrEqual(5)
    expect(board.connection('c1')?.fault).toBeNull()
    expect(announced.filter(({ kind }) => kind === 'connection')).toEqual([])
  })

  it('of all jobs is the trouble of the connection, told once, and is over as soon as one may be read again', async () => {
    let may = false
    const { board, clock, requests, announced } = await anEngine({
      jobs: [jobOf('c1', 'a'), jobOf('c1', 'b'), jobOf('c1', 'c')],
      reply: request => (may ? answering()(request) : forbidden),
    })
    await clock.pass(62 * minute)
    expect(board.connection('c1')?.fault?.fault).toEqual(forbidden)
    expect(announced.map(({ kind }) => kind)).toEqual(['connection'])
    expect(requests.length).toBeLessThanOrEqual(3 * 5)
    may = true
    await clock.pass(19 * minute)
    expect(board.connection('c1')?.fault).toBeNull()
    expect([...board.jobs()].map(({ fault }) => fault)).toEqual([null, null, null])
  })
})

describe('a key that is refused (fault 1)', () => {
  it('stops its connection after at most six requests about a thousand jobs, is told once, and leaves others alone', async () => {
    const refused: Fault = { kind: 'unauthorized', said: null }
    const jobs = Array.from({ length: 1_000 }, (_, number) => jobOf('c1', `job-${number}`))
    const { board, clock, requests, announced } = await anEngine({
      connections: two,
      jobs: [...jobs, jobOf('c2', 'b')],
      reply: request => (request.url.includes('other') ? answering()(request) : refused),
    })
    await clock.pass(60 * minute)
    expect(asked(requests, 'api')).toBeLessThanOrEqual(6)
    expect(asked(requests, 'other')).toBeGreaterThan(20)
    expect(announced.filter(({ kind }) => kind === 'connection')).toHaveLength(1)
    expect(board.connection('c1')?.fault?.fault.kind).toBe('unauthorized')
  })

  it('is replaced by another, and all jobs of its connection are looked at again', async () => {
    let isGood = false
    const refused: Fault = { kind: 'unauthorized', said: null }
    const { ask, board, clock, requests } = await anEngine({
      jobs: [jobOf('c1', 'a'), jobOf('c1', 'b')],
      reply(request) {
        if (!isGood) return refused
        return idIn(request.url).startsWith('0000') ? { kind: 'not-found', said: null } : answering()(request)
      },
    })
    await clock.pass(5 * minute)
    const before = requests.length
    isGood = true
    expect(await ask('connections:save', 'c1', aForm({ key: 'sk-new-55aa66bb' }), false)).toMatchObject({
      ok: true,
      value: { ok: true },
    })
    await clock.pass(5_000)
    expect(new Set(requests.slice(before).map(({ url }) => idIn(url)))).toEqual(
      new Set(['a', 'b', '00000000-0000-0000-0000-000000000000']),
    )
    expect(board.connection('c1')?.fault).toBeNull()
  })
})

describe('a server that asks to be left alone (fault 7, 8)', () => {
  it('is shown as waiting on each connection to it, and no longer when it may be asked', async () => {
    const limited: Fault = { kind: 'rate-limited', retryAfterMs: 600_000 }
    let first = true
    const connections = [aConnection(), aConnection({ id: 'c3', name: 'Same server' }), two[1] ?? aConnection()]
    const { board, clock, requests } = await anEngine({
      connections,
      jobs: [jobOf('c1', 'a'), jobOf('c3', 'c')],
      reply(request) {
        if (!first) return answering()(request)
        first = false
        return limited
      },
    })
    await clock.pass(10_000)
    const waits = () => ['c1', 'c3', 'c2'].map(id => board.connection(id)?.waitsUntil?.slice(0, 16))
    expect(waits()).toEqual(['2026-03-02T12:10', '2026-03-02T12:10', undefined])
    const before = requests.length
    await clock.pass(589_000)
    expect(requests.length).toBe(before)
    await clock.pass(20_000)
    expect(requests.length).toBeGreaterThan(before)
    expect(waits()).toEqual([undefined, undefined, undefined])
  })

  it('is left alone after a restart for as long as it asked', async () => {
    const fault = { fault: { kind: 'rate-limited', retryAfterMs: 600_000 }, since: '2026-03-02T11:55:00.000Z' } as const
    const { clock, requests } = await anEngine({
      jobs: [{ ...jobOf('c1', 'a'), fault, triedAt: fault.since }, jobOf('c1', 'b')],
      reply: answering(),
    })
    await clock.pass(299_000)
    expect(requests).toEqual([])
    await clock.pass(20_000)
    expect(new Set(requests.map(({ url }) => idIn(url)))).toEqual(new Set(['a', 'b']))
  })
})

it('one id under two connections is two jobs, each asked for at its own server (fault 55)', async () => {
  const { board, clock, requests } = await anEngine({
    connections: two,
    jobs: [jobOf('c1', 'same'), jobOf('c2', 'same')],
    reply: request => (request.url.includes('other') ? notFound : answering({ processed_items: 99 })(request)),
  })
  await clock.pass(1_000)
  expect(requests.length).toBe(2)
  expect([...board.jobs()].map(({ job, fault }) => [job?.processed, fault?.fault.kind])).toEqual([
    [99, undefined],
    [aJob().processed, 'not-found'],
  ])
})
