import { describe, expect, it } from 'vitest'
import { bad, type Fault } from '../../../src/shared/fault'
import { type Answer, aPoller, ids, status } from '../../support/a-poller'
import { anUnseenJob, aWatchedJob } from '../../support/builders'

const minute = 60_000
const broken: Fault = { kind: 'server', status: 500, retryAfterMs: null }
const cut: Fault = { kind: 'unreachable', cause: 'cut', reason: 'ECONNRESET', mayHaveArrived: true }

/** The same numbers in each run, evenly spread. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const known = (jobId: string, connectionId = 'c1') =>
  aWatchedJob({ ref: { connectionId, jobId }, addedAt: '2026-03-02T08:00:00.000Z' })

/** Each answer moves the job on; every so-manieth request fails, so that the breaker never has a reason to open. */
const flapping = (failsEach: number): Answer => {
  let processed = 0
  return () => {
    processed += 1
    return processed % failsEach === 0 ? bad(broken) : status({ processed })
  }
}

describe('a server that answers nothing but 5xx (fault 10)', () => {
  it.each([broken, cut])('is asked at most forty times in ten minutes about a thousand jobs: %j', async fault => {
    for (const seed of [1, 2, 3]) {
      const { clock, looks, poller, take } = aPoller(() => bad(fault), { random: chance(seed) })
      take(ids(1_000).map(id => known(id)))
      poller.start()
      await clock.pass(10 * minute)
      expect(looks.length).toBeGreaterThan(8)
      expect(looks.length).toBeLessThanOrEqual(40)
    }
  })

  it('is tried by one look alone, and when that is answered all go on', async () => {
    let isBroken = true
    const { clock, looks, waits, poller, take } = aPoller(() => (isBroken ? bad(broken) : status()))
    take(ids(50).map(id => known(id)))
    poller.start()
    await clock.pass(8_000)
    const before = looks.length
    expect(waits.at(-1)?.until).toBeGreaterThan(8_000)
    await clock.pass(1_500)
    expect(looks.length).toBe(before)
    isBroken = false
    await clock.pass(20_000)
    expect(new Set(looks.slice(before).map(look => look.jobId)).size).toBe(50)
    expect(waits.at(-1)?.until).toBeNull()
  })

  it('does not keep jobs of another server from being looked at (fault 54)', async () => {
    const { clock, looks, poller, take } = aPoller(jobId => (jobId.startsWith('well') ? status() : bad(broken)))
    take([...ids(200).map(id => known(id)), ...ids(5).map(id => known(`well-${id}`, 'c2'))])
    poller.start()
    await clock.pass(5 * minute)
    expect(looks.filter(look => look.jobId.startsWith('well')).length).toBeGreaterThan(5 * 9)
  })

  it('is tried at once when a person asks, but by one look', async () => {
    const { clock, looks, poller, take } = aPoller(() => bad(broken))
    const list = ids(20).map(id => known(id))
    take(list)
    poller.start()
    await clock.pass(6_000)
    const before = looks.length
    poller.lookNow(list)
    await clock.pass(0)
    expect(looks.length).toBe(before + 1)
  })
})

describe('a server that fails every other time (fault 12)', () => {
  it.each(['gentle', 'normal'] as const)('gets at most a tenth more requests than one that is well, %s', async pace => {
    const asked = async (failsEach: number): Promise<number> => {
      const { clock, looks, waits, poller, take } = aPoller(flapping(failsEach), {
        random: chance(9),
        around: () => ({ pace, inView: true, sparing: false }),
      })
      take(ids(40).map(id => known(id)))
      poller.start()
      await clock.pass(60 * minute)
      expect(waits).toEqual([])
      return looks.length
    }
    const well = await asked(Number.POSITIVE_INFINITY)
    const flaps = await asked(2)
    expect(well).toBeGreaterThan(7_000)
    expect(flaps / well).toBeLessThanOrEqual(1.1)
    // A failed look that would have gone deep is one request, not two.
    expect(flaps / well).toBeGreaterThan(0.6)
  })
})

describe('two connections to one server', () => {
  it('share its six places, and a large list does not starve a small one', async () => {
    let inFlight = 0
    let most = 0
    const world = aPoller(
      () =>
        new Promise(resolve => {
          inFlight += 1
          most = Math.max(most, inFlight)
          world.clock.after(2_000, () => {
            inFlight -= 1
            resolve(status())
          })
        }),
      { originOf: () => 'https://api.example.com' },
    )
    world.take([...ids(2_000).map(id => known(id)), ...ids(3).map(id => known(`small-${id}`, 'c2'))])
    world.poller.start()
    await world.clock.pass(60_000)
    const small = world.looks.filter(look => look.jobId.startsWith('small'))
    expect(most).toBe(6)
    expect(small.length).toBeGreaterThanOrEqual(3 * 3)
  })
})

describe('a thousand jobs that stand still', () => {
  it('are asked about less than a third as often as every five seconds would be (fault 54)', async () => {
    const { clock, looks, poller, take } = aPoller(() => status(), { random: chance(3) })
    take(ids(1_000).map(id => known(id)))
    poller.start()
    await clock.pass(10 * minute)
    expect(looks.length).toBeLessThan((1_000 * 600) / 5 / 3)
    expect(new Set(looks.map(look => look.jobId)).size).toBe(1_000)
  })
})

describe('ten thousand jobs (fault 54)', () => {
  it('are planned by one timer, and a look costs the same however many wait', async () => {
    let asked = 0
    const held = ids(10_000).map(id => known(id))
    const byId = new Map(held.map(watched => [watched.ref.jobId, watched]))
    const { clock, looks, poller } = aPoller(() => status(), {
      random: chance(5),
      around: () => ({ pace: 'normal', inView: false, sparing: true }),
      job: ({ jobId }) => {
        asked += 1
        return byId.get(jobId)
      },
      receive: () => undefined,
    })
    poller.plan(held)
    poller.start()
    await clock.pass(5 * minute)
    expect(clock.pending()).toBe(1)
    expect(new Set(looks.map(look => look.jobId)).size).toBe(10_000)
    expect(asked / looks.length).toBeLessThan(6)
    const before = looks.length
    await clock.pass(15 * minute)
    // A minute or so apart each, with a detail at every third.
    expect((looks.length - before) / 15 / 10_000).toBeLessThan(1.5)
  }, 180_000)
})

it.each<[string, Fault]>([
  ['faults 5, 6', { kind: 'rejected', status: 422, complaints: [], said: 'No' }],
  ['fault 10', broken],
  ['faults 13, 14', { kind: 'unreachable', cause: 'timeout', reason: 'no answer within 10 s', mayHaveArrived: true }],
  ['fault 15', cut],
  ['fault 16', { kind: 'garbled', what: 'it is not whole JSON' }],
  ['fault 17', { kind: 'not-the-api', contentType: 'text/html' }],
  ['fault 27', { kind: 'unreachable', cause: 'name', reason: 'ENOTFOUND', mayHaveArrived: false }],
])(
  '%s: trouble seeing a job is not the job failing, and is over with the next good answer: %j',
  async (_name, fault) => {
    let isWell = false
    const { clock, jobs, looks, poller, take } = aPoller(() => (isWell ? status({ processed: 77 }) : bad(fault)))
    const before = known('a')
    take([before])
    poller.start()
    await clock.pass(5 * minute)
    expect(jobs.get('c1/a')).toMatchObject({ job: before.job, seenAt: before.seenAt, gone: false, fault: { fault } })
    isWell = true
    const from = looks.length
    await clock.pass(6 * minute)
    expect(looks.length).toBeGreaterThan(from)
    expect(jobs.get('c1/a')).toMatchObject({ job: { phase: 'running', processed: 77 }, fault: null })
  },
)

it('a job that nobody has seen yet is looked at whole, and then lightly', async () => {
  const { clock, looks, poller, take } = aPoller(() => status())
  take([anUnseenJob()])
  poller.start()
  await clock.pass(0)
  expect(looks.map(look => look.depth)).toEqual(['detail'])
})
