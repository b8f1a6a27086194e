import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../src/main/apis/jobs-api'
import { bad, type Fault, good, type Result } from '../../../src/shared/fault'
import { aPoller, detail, ids, moving, status } from '../../support/a-poller'
import { anEndedJob, anObservation, anUnseenJob, aWatchedJob, someEndedFacts } from '../../support/builders'

describe('the poller', () => {
  it('reads the detail first, then the light status, and the detail in its place every third look', async () => {
    const { clock, looks, poller, watch } = aPoller(moving)
    watch('a')
    poller.start()
    await clock.pass(25_000)
    expect(looks.map(look => [look.at, look.depth])).toEqual([
      [0, 'detail'],
      [5_000, 'status'],
      [12_500, 'status'],
      [23_750, 'detail'],
    ])
  })

  it('begins no look while it gives way, and owes none when that is over, sooner or later', async () => {
    const { clock, looks, poller, watch } = aPoller(moving)
    poller.start()
    poller.giveWay(600)
    watch('a')
    await clock.pass(599)
    expect(looks).toEqual([])
    await clock.pass(1)
    expect(looks.map(({ at }) => at)).toEqual([600])
    poller.giveWay(600)
    watch('b')
    await clock.pass(100)
    poller.giveWay(0)
    await clock.pass(1)
    expect(looks.map(({ at, jobId }) => [at, jobId])).toEqual([
      [600, 'a'],
      [700, 'b'],
    ])
  })

  it('keeps a look at an ended job that was asked for before the start', async () => {
    const { clock, looks, poller, take } = aPoller(() => good(anObservation(someEndedFacts())))
    const job = anEndedJob()
    const over = aWatchedJob({ ref: { connectionId: 'c1', jobId: 'a' }, job, endedSeenAt: '2026-01-01T00:00:00Z' })
    take([over])
    poller.lookNow([over])
    take([over])
    poller.start()
    await clock.pass(100)
    expect(looks.length).toBeGreaterThan(0)
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

  it('stops the whole connection when the key is refused, after what was in flight (fault 1)', async () => {
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

  it('goes on with the others, and with the same one, when an answer cannot be taken', async () => {
    const taken: string[] = []
    const { clock, looks, troubles, poller, watch } = aPoller(detail, {
      receive({ jobId }) {
        if (jobId === 'bad') throw new Error('a bug of ours')
        taken.push(jobId)
      },
    })
    watch('bad', 'fine')
    poller.start()
    await clock.pass(20_000)
    expect(new Set(taken)).toEqual(new Set(['fine']))
    expect(troubles.length).toBeGreaterThan(1)
    expect(looks.filter(({ jobId }) => jobId === 'bad')).toHaveLength(troubles.length)
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
