import { describe, expect, it } from 'vitest'
import { bad, type Fault } from '../../../src/shared/fault'
import type { JobRef } from '../../../src/shared/job'
import type { Pace } from '../../../src/shared/settings'
import { aPoller, ids, status } from '../../support/a-poller'
import { anEndedJob, aWatchedJob } from '../../support/builders'

const hour = 3_600_000
const dayMs = 24 * hour
const known = (jobId: string) =>
  aWatchedJob({ ref: { connectionId: 'c1', jobId }, addedAt: '2026-03-02T08:00:00.000Z' })
const ended = { status: 'completed', phase: 'ended', outcome: 'succeeded' } as const
const offline: Fault = { kind: 'unreachable', cause: 'name', reason: 'ENOTFOUND', mayHaveArrived: false }

describe('a sweep after sleep (fault 25)', () => {
  it('looks once at each job that goes on, at most six at once, all within two seconds when they are answered', async () => {
    let inFlight = 0
    let most = 0
    const world = aPoller(
      jobId =>
        new Promise(resolve => {
          inFlight += 1
          most = Math.max(most, inFlight)
          world.clock.after(20, () => {
            inFlight -= 1
            resolve(jobId === 'over' ? status(ended) : status())
          })
        }),
    )
    world.take([...ids(300).map(known), aWatchedJob({ ref: { connectionId: 'c1', jobId: 'over' }, job: anEndedJob() })])
    world.poller.start()
    await world.clock.pass(600_000)
    const before = world.looks.length
    world.poller.sweep(world.clock.monotonic())
    await world.clock.pass(2_000)
    const swept = world.looks.slice(before).map(look => look.jobId)
    expect(new Set(swept).size).toBe(300)
    expect(swept.length).toBeLessThan(330)
    expect(most).toBe(6)
  })

  it('leaves alone what has been seen since', async () => {
    const { clock, looks, poller, take } = aPoller(() => status())
    take(ids(20).map(known))
    poller.start()
    await clock.pass(1_000)
    const before = looks.length
    poller.sweep(0)
    await clock.pass(1_700)
    expect(looks.length).toBe(before)
  })

  it('forgets the trouble there was, and takes a look that the sleep cut off for no sign of any', async () => {
    let isOff = true
    const world = aPoller(
      () =>
        new Promise(resolve => world.clock.after(isOff ? 5_000 : 10, () => resolve(isOff ? bad(offline) : status()))),
    )
    world.take(ids(6).map(known))
    world.poller.start()
    await world.clock.pass(1_000)
    world.poller.sweep(world.clock.monotonic())
    await world.clock.pass(4_000)
    // Six failures in a row would have opened the breaker.
    expect(world.waits).toEqual([])
    expect([...world.jobs.values()].map(({ fault }) => fault)).toEqual(ids(6).map(() => null))
    isOff = false
    await world.clock.pass(6_000)
    expect([...world.jobs.values()].every(({ seenAt }) => seenAt !== '2026-03-02T12:00:00.000Z')).toBe(true)
  })

  it('never comes before what a server asked for', async () => {
    const { clock, looks, poller, take } = aPoller(() => bad({ kind: 'rate-limited', retryAfterMs: 600_000 }), {
      random: () => 0,
    })
    take([known('a')])
    poller.start()
    await clock.pass(1_000)
    poller.sweep(clock.monotonic())
    await clock.pass(598_000)
    expect(looks).toHaveLength(1)
    await clock.pass(1_100)
    expect(looks).toHaveLength(2)
  })
})

describe('a network that is back (fault 26)', () => {
  it('is used at once, however long the wait had become', async () => {
    let isOff = true
    const { clock, looks, poller, take } = aPoller(() => (isOff ? bad(offline) : status()))
    take(ids(30).map(known))
    poller.start()
    await clock.pass(hour)
    isOff = false
    const before = looks.length
    poller.sweep(clock.monotonic())
    await clock.pass(2_000)
    expect(new Set(looks.slice(before).map(look => look.jobId)).size).toBe(30)
  })
})

describe('a wall clock that jumps (fault 24)', () => {
  it.each([dayMs, -dayMs])('by %i ms changes nothing in when looks are made', async ms => {
    const times = async (jump: number) => {
      const { clock, looks, poller, take } = aPoller(jobId => (jobId === 'over' ? status(ended) : status()))
      take([known('a'), known('over')])
      poller.start()
      await clock.pass(60_000)
      clock.shiftWall(jump)
      await clock.pass(hour)
      return looks
    }
    expect(await times(ms)).toEqual(await times(0))
  })
})

describe('a job whose page is open', () => {
  it('is looked at within two seconds of its last look, then whole every five seconds though nothing moves', async () => {
    let open: JobRef | null = null
    const { clock, looks, poller, take } = aPoller(() => status(), { openJob: () => open })
    take([known('a'), known('b')])
    poller.start()
    await clock.pass(600_000)
    open = { connectionId: 'c1', jobId: 'a' }
    const before = looks.length
    poller.attend(open)
    await clock.pass(20_000)
    const own = looks.slice(before).filter(look => look.jobId === 'a')
    expect(own.map(look => look.depth)).toEqual(['detail', 'detail', 'detail', 'detail', 'detail'].slice(0, own.length))
    expect(own.length).toBeGreaterThanOrEqual(4)
    expect(looks.slice(before).filter(look => look.jobId === 'b').length).toBeLessThanOrEqual(2)
  })
})

describe('a change of pace', () => {
  it('holds for looks that were planned before it', async () => {
    let pace: Pace = 'gentle'
    const { clock, looks, poller, take } = aPoller(() => status(), {
      around: () => ({ pace, inView: true, sparing: false }),
    })
    take([known('a')])
    poller.start()
    await clock.pass(600_000)
    pace = 'brisk'
    const before = looks.length
    poller.reconsider()
    await clock.pass(10_500)
    expect(looks.length - before).toBeGreaterThanOrEqual(1)
    await clock.pass(20_000)
    expect(looks.length - before).toBeGreaterThanOrEqual(3)
  })
})
