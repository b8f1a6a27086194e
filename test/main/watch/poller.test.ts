import { describe, expect, it } from 'vitest'
import type { JobsReading, Observation } from '../../../src/main/apis/jobs-api'
import { createPoller } from '../../../src/main/watch/poller'
import { sight } from '../../../src/main/watch/sighting'
import { capabilities } from '../../../src/shared/connection'
import { bad, type Fault, good, type Result } from '../../../src/shared/fault'
import { type JobRef, refKey } from '../../../src/shared/job'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { anObservation, anUnseenJob, someEndedFacts, someFacts } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'

type Answer = (jobId: string, depth: 'status' | 'detail') => Result<Observation> | Promise<Result<Observation>>

/** A poller over a world whose server is the given function; every look is written down with its time. */
function aPoller(answer: Answer) {
  const clock = fakeClock()
  const jobs = new Map<string, WatchedJob>()
  const looks: { readonly at: number; readonly jobId: string; readonly depth: string }[] = []
  const faults: Fault[] = []
  const blocked = new Set<string>()
  const ask = (depth: 'status' | 'detail') => async (jobId: string) => {
    looks.push({ at: clock.monotonic(), jobId, depth })
    return answer(jobId, depth)
  }
  const reader: JobsReading = {
    capabilities: capabilities.merchantops,
    readStatus: ask('status'),
    readDetail: ask('detail'),
  }
  const poller = createPoller({
    clock,
    reader: () => reader,
    job: (ref: JobRef) => jobs.get(refKey(ref)),
    connectionBlocked: id => blocked.has(id),
    receive: (ref, result) => {
      const before = jobs.get(refKey(ref))
      if (before !== undefined) jobs.set(refKey(ref), sight(before, result, clock.wall()))
    },
    connectionFault: (id, fault) => {
      blocked.add(id)
      faults.push(fault)
    },
    pollMs: () => 5_000,
  })
  const watch = (...ids: readonly string[]) => {
    const list = ids.map(jobId => anUnseenJob({ ref: { connectionId: 'c1', jobId } }))
    for (const watched of list) jobs.set(refKey(watched.ref), watched)
    poller.plan(list)
  }
  return { clock, jobs, looks, faults, blocked, poller, watch }
}

const status = (own = {}) => good(anObservation(someFacts(own), { source: 'status' }))
const detail = (own = {}) => good(anObservation(someFacts(own)))
const moving: Answer = (_id, depth) => (depth === 'status' ? status() : detail())
const ids = (many: number) => Array.from({ length: many }, (_, index) => `job-${index}`)

describe('the poller', () => {
  it('reads the detail first, then the light status, and the detail again every third look', async () => {
    const { clock, looks, poller, watch } = aPoller(moving)
    watch('a')
    poller.start()
    await clock.pass(16_000)
    expect(looks.map(look => [look.at, look.depth])).toEqual([
      [0, 'detail'],
      [5_000, 'status'],
      [10_000, 'status'],
      [15_000, 'status'],
      [15_000, 'detail'],
    ])
  })

  it('reads the detail at once when failures appear', async () => {
    const { clock, looks, poller, watch } = aPoller((_id, depth) =>
      depth === 'status' ? status({ failed: 2 }) : detail({ failed: 0 }),
    )
    watch('a')
    poller.start()
    await clock.pass(6_000)
    expect(looks.map(look => look.depth)).toEqual(['detail', 'status', 'detail'])
  })

  it('tells an ending from the detail, and from the light status when the detail cannot be had', async () => {
    const broken: Fault = { kind: 'server', status: 500, retryAfterMs: null }
    let first = true
    const { clock, jobs, poller, watch } = aPoller((_id, depth) => {
      if (depth === 'status') return good(anObservation(someEndedFacts(), { source: 'status' }))
      if (!first) return bad(broken)
      first = false
      return detail()
    })
    watch('a')
    poller.start()
    await clock.pass(6_000)
    expect(jobs.get('c1/a')).toMatchObject({ job: { outcome: 'succeeded' }, fault: null })
  })

  it('never looks at one job twice at the same time', async () => {
    const { clock, looks, poller, watch } = aPoller(() => new Promise(() => undefined))
    watch('a')
    poller.start()
    await clock.pass(60_000)
    poller.lookNow([anUnseenJob({ ref: { connectionId: 'c1', jobId: 'a' } })])
    await clock.pass(60_000)
    expect(looks).toHaveLength(1)
  })

  it('has at most six looks of a connection in flight, and gets round to all', async () => {
    const waiting: (() => void)[] = []
    const { clock, looks, poller, watch } = aPoller(() => new Promise(resolve => waiting.push(() => resolve(detail()))))
    watch(...ids(20))
    poller.start()
    await clock.pass(1_000)
    expect(looks).toHaveLength(6)
    while (waiting.length > 0) {
      waiting.shift()?.()
      await clock.pass(0)
    }
    expect(new Set(looks.map(look => look.jobId)).size).toBe(20)
  })

  it('fault 1: stops the whole connection when the key is refused, after what was in flight', async () => {
    const { clock, looks, faults, poller, watch } = aPoller(() => bad({ kind: 'unauthorized', said: null }))
    watch(...ids(1_000))
    poller.start()
    await clock.pass(120_000)
    expect(looks.length).toBeLessThanOrEqual(6)
    expect(faults[0]).toMatchObject({ kind: 'unauthorized' })
  })

  it('goes on when the connection is freed', async () => {
    const { clock, looks, blocked, poller, watch } = aPoller(moving)
    blocked.add('c1')
    watch('a')
    poller.start()
    await clock.pass(60_000)
    expect(looks).toHaveLength(0)
    blocked.delete('c1')
    poller.wake()
    await clock.pass(0)
    expect(looks).toHaveLength(1)
  })

  it('stops and starts again, and arms no timer while it is stopped', async () => {
    const { clock, looks, poller, watch } = aPoller(moving)
    watch('a')
    poller.start()
    await clock.pass(1_000)
    poller.stop()
    await clock.pass(600_000)
    expect([looks.length, clock.pending()]).toEqual([1, 0])
    poller.start()
    await clock.pass(0)
    expect(looks).toHaveLength(2)
  })

  it('arms one timer for a thousand jobs', async () => {
    const { clock, poller, watch } = aPoller(moving)
    watch(...ids(1_000))
    poller.start()
    await clock.pass(1_000)
    expect(clock.pending()).toBe(1)
  })

  it('never looks again at what was dropped, nor lets its late answer plan a look', async () => {
    let arrive: (result: Result<Observation>) => void = () => undefined
    const { clock, looks, poller, watch } = aPoller(
      () =>
        new Promise(resolve => {
          arrive = resolve
        }),
    )
    watch('a')
    poller.start()
    await clock.pass(0)
    poller.drop([{ connectionId: 'c1', jobId: 'a' }])
    arrive(detail())
    await clock.pass(60_000)
    expect([looks.length, clock.pending()]).toEqual([1, 0])
  })

  it('goes on with the others when a reader breaks', async () => {
    const { clock, jobs, poller, watch } = aPoller(jobId => {
      if (jobId === 'bad') throw new Error('a bug of ours')
      return detail()
    })
    watch('bad', 'fine')
    poller.start()
    await clock.pass(1_000)
    expect(jobs.get('c1/fine')?.job?.phase).toBe('running')
    expect(jobs.get('c1/bad')?.fault?.fault.kind).toBe('garbled')
  })
})
