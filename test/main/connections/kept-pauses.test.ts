import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import type { Db } from '../../../src/main/journal/db'
import { bearer } from '../../../src/shared/connection'
import type { Fault } from '../../../src/shared/fault'
import { anEngine, type Reply } from '../../support/an-engine'
import { aConnection, aWatchedJob } from '../../support/builders'

const connections = [
  aConnection({ baseUrl: 'http://127.0.0.1:4620' }),
  aConnection({ id: 'c2', name: 'Again', baseUrl: 'http://127.0.0.1:4620/api' }),
  aConnection({ id: 'c3', name: 'Elsewhere', baseUrl: 'http://127.0.0.1:4630' }),
]
const jobs = connections.map(({ id }) => aWatchedJob({ ref: { connectionId: id, jobId: `job-of-${id}` } }))
const tooMany: Fault = { kind: 'rate-limited', retryAfterMs: 600_000 }

/** Lets the doctor through to the API. */
const network = {
  trust: async () => null,
  proxyFor: async () => null,
  probes: {
    lookUp: async () => ({ ok: true, addresses: ['127.0.0.1'] }) as const,
    open: async () => ({ ok: true, socket: new Socket() }) as const,
    tunnel: async () => ({ ok: true }) as const,
    greet: async () => ({ ok: true, certificate: null }) as const,
  },
}

const noJob = (path: string): Reply => ({
  kind: 'not-found',
  said: path.includes('/jobs/') ? 'Job not found' : 'Not Found',
})

type Run = { readonly reply?: (path: string) => Reply; readonly startWall?: string; readonly db?: Db }

const aRun = ({ reply = noJob, ...own }: Run = {}) =>
  anEngine({ connections, jobs, network, reply: ({ url }) => reply(new URL(url).pathname), ...own })

/** The servers that were asked in so many ms. */
async function asked(engine: Awaited<ReturnType<typeof aRun>>, ms: number): Promise<readonly string[]> {
  engine.watching.woke()
  await engine.clock.pass(ms)
  return [...new Set(engine.requests.map(({ url }) => new URL(url).port))].sort()
}

test.each<[string, (path: string) => Reply]>([
  ['first', () => tooMany],
  ['last', path => (path.endsWith('/progress') ? tooMany : noJob(path))],
])(
  'what a server asked for in answer to the doctor’s %s question holds after a restart (fault 8)',
  async (_, reply) => {
    const first = await aRun({ reply })
    await first.ask('connections:doctor', 'c1', false)
    expect(first.requests.length).toBeGreaterThan(0)
    first.stop()

    const second = await aRun({ db: first.db, startWall: '2026-03-02T12:05:00.000Z' })
    expect(await asked(second, 240_000)).toEqual(['4630'])
    expect(await second.ask('connections:doctor', 'c2', false)).toMatchObject({
      ok: true,
      value: { waitsUntil: expect.stringMatching(/^2026-03-02T12:10:0/) },
    })
    expect(await asked(second, 120_000)).toEqual(['4620', '4630'])
  },
)

test('neither a clock that was set back nor one that was set ahead makes it longer than any pause is', async () => {
  const first = await aRun({ reply: () => tooMany })
  await first.ask('connections:doctor', 'c1', false)
  first.stop()
  const back = await aRun({ db: first.db, startWall: '2025-03-02T12:00:00.000Z' })
  expect(await asked(back, 3_590_000)).toEqual(['4630'])
  expect(await asked(back, 60_000)).toEqual(['4620', '4630'])
  const ahead = await aRun({ db: first.db, startWall: '2026-03-02T13:00:00.000Z' })
  expect(await asked(ahead, 10_000)).toEqual(['4620', '4630'])
})

test('what a server answers to a proof that a person does without holds for the looks too (fault 8)', async () => {
  const engine = await aRun({ reply: () => tooMany })
  const form = { name: 'New', vendor: 'merchantops', baseUrl: 'http://127.0.0.1:4640', organization: '' } as const
  const saved = await engine.ask('connections:save', null, { ...form, keySending: bearer, key: 'k' }, true)
  expect(saved).toMatchObject({ ok: true, value: { ok: true } })
  const { id } = engine.board.parts().connections.find(({ name }) => name === 'New') ?? { id: '' }
  await engine.ask('jobs:watch', id, 'crawl-1')
  const proofs = engine.requests.length
  engine.watching.woke()
  await engine.clock.pass(599_000)
  const later = engine.requests.slice(proofs).map(({ url }) => new URL(url).port)
  expect(later).toContain('4630')
  expect(later).not.toContain('4640')
  await engine.clock.pass(60_000)
  expect(engine.requests.slice(proofs).map(({ url }) => new URL(url).port)).toContain('4640')
})

test('a journal that cannot be written to keeps the pause for this run, and ends nothing', async () => {
  const engine = await aRun({ reply: () => tooMany })
  engine.db.exec('DROP TABLE pauses')
  expect(await engine.ask('connections:doctor', 'c1', false)).toMatchObject({ ok: true })
  expect(engine.troubles.map(([where]) => where)).toEqual(['pauses'])
  expect(engine.board.connection('c2')?.waitsUntil).toBeDefined()
})
