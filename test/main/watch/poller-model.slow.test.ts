import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../src/shared/fault'
import { type Pace, paces } from '../../../src/shared/settings'
import { aWatchedWorld, type Deed } from '../../support/a-watched-world'
import { anUnseenJob } from '../../support/builders'

const hour = 3_600_000

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    kind: fc.constant('rate-limited' as const),
    retryAfterMs: fc.option(fc.integer({ min: 0, max: 86_400 }).map(s => s * 1_000)),
  }),
  fc.record({
    kind: fc.constant('server' as const),
    status: fc.constantFrom(500, 502, 503),
    retryAfterMs: fc.option(
      fc.integer({ min: 0, max: 86_400 }).map(s => s * 1_000),
      { freq: 1 },
    ),
  }),
  fc.constantFrom<Fault>(
    { kind: 'unreachable', cause: 'timeout', reason: '', mayHaveArrived: true },
    { kind: 'not-found', said: null },
    { kind: 'forbidden', permission: null, said: null },
    { kind: 'garbled', what: 'it is empty' },
    { kind: 'too-large', limitBytes: 8 },
    { kind: 'rejected', status: 422, complaints: [], said: null },
  ),
)
const deed: fc.Arbitrary<Deed> = fc.record({
  does: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('moves' as const, 'stands' as const) },
    { weight: 1, arbitrary: fc.constant('ends' as const) },
    { weight: 3, arbitrary: fault },
  ),
  ms: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
})

type Act =
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'look-now' | 'written' | 'again' | 'attend'; readonly job: number }
  | { readonly kind: 'sweep' | 'stop' | 'start' | 'block' | 'free' | 'restart' }
  | { readonly kind: 'surround'; readonly pace: Pace; readonly sparing: boolean }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.oneof(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 4_000_000 })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('look-now' as const, 'written' as const, 'again' as const, 'attend' as const),
      job: fc.nat({ max: 23 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'sweep' as const,
        'stop' as const,
        'start' as const,
        'start' as const,
        'block' as const,
        'free' as const,
        'restart' as const,
      ),
    }),
  },
  fc.record({ kind: fc.constant('surround' as const), pace: fc.constantFrom(...paces), sparing: fc.boolean() }),
)

const scenario = fc.record({
  deeds: fc.array(deed, { minLength: 1, maxLength: 40 }),
  chances: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }),
  acts: fc.array(act, { minLength: 1, maxLength: 25 }),
})

/** Three connections of eight jobs each; the first two name the same server. */
const originOf = (id: string) => (id === 'c3' ? 'https://other.example.com' : 'https://same.example.com')
const jobs = ['c1', 'c2', 'c3'].flatMap(connectionId =>
  Array.from({ length: 8 }, (_, number) => anUnseenJob({ ref: { connectionId, jobId: `${number}` } })),
)

/** One after the other, and from the first again. */
function inTurn<T>(list: readonly [T, ...T[]] | readonly T[]): () => T {
  let at = 0
  return () => {
    const next = list[at % list.length]
    at += 1
    if (next === undefined) throw new Error('an empty list has no turns')
    return next
  }
}

type World = ReturnType<typeof aWatchedWorld>

async function does(world: World, act: Act): Promise<void> {
  const poller = world.poller()
  const chosen = 'job' in act ? [...world.jobs.values()].slice(act.job, act.job + 1) : []
  const refs = chosen.map(({ ref }) => ref)
  switch (act.kind) {
    case 'pass':
      return world.clock.pass(act.ms)
    case 'look-now':
      return poller.lookNow(chosen)
    case 'written':
      return refs.forEach(poller.written)
    case 'again':
      poller.drop(refs)
      return poller.plan(chosen)
    case 'attend':
      return world.open(refs[0] ?? null)
    case 'sweep':
      return poller.sweep(world.clock.monotonic())
    case 'stop':
      return world.stop()
    case 'start':
      return world.start()
    case 'restart':
      return world.restart()
    case 'block':
      world.blocked.add('c1')
      return poller.wake()
    case 'free':
      world.blocked.clear()
      return poller.wake()
    case 'surround':
      return world.surround({ pace: act.pace, inView: !act.sparing, sparing: act.sparing })
  }
}

describe('whatever servers answer, persons do and chance decides, the poller', () => {
  it('asks nobody before Retry-After, never twice at once about a job, never seven at once of a server (7, 9, 11, 23, 25, 54)', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ deeds, chances, acts }) => {
        const world = aWatchedWorld({ jobs, deeds: inTurn(deeds), random: inTurn(chances), originOf })
        for (const each of acts) await does(world, each)
        await world.clock.pass(10_000)
        expect(world.wrongs).toEqual([])
        expect(world.armed()).toBeLessThanOrEqual(1)
        world.stop()
      }),
      { numRuns: 120 },
    )
  }, 240_000)

  it('looks at every job that goes on again, within what its server asked for and a quarter of an hour', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ deeds, chances, acts }) => {
        const world = aWatchedWorld({ jobs, deeds: inTurn(deeds), random: inTurn(chances), originOf })
        for (const each of acts) await does(world, each)
        world.blocked.clear()
        world.start()
        world.poller().wake()
        const from = world.requests.length
        await world.clock.pass(2 * hour)
        const asked = new Set(world.requests.slice(from).map(({ key }) => key))
        const going = [...world.jobs].filter(([, { job, gone }]) => !gone && job?.phase !== 'ended')
        const limited = deeds.some(({ does }) => typeof does !== 'string' && 'retryAfterMs' in does)
        if (!limited) expect(going.filter(([key]) => !asked.has(key)).map(([key]) => key)).toEqual([])
        else if (going.length > 0) expect(asked.size).toBeGreaterThan(0)
        world.stop()
      }),
      { numRuns: 40 },
    )
  }, 240_000)
})
