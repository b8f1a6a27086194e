import { describe, expect, it } from 'vitest'
import { createStalls } from '../../../src/main/watch/stall'
import { type Job, refKey } from '../../../src/shared/job'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aJob, anEndedJob, aWatchedJob } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'

const minute = 60_000

/** Looks at one job, with what each answer brings, by a clock that is moved by hand. */
function aJobUnderWatch(first: WatchedJob = aWatchedJob({ job: null })) {
  const clock = fakeClock()
  const stalls = createStalls(clock, 10 * minute)
  let watched = first
  const look = (job: Partial<Job> = {}): string | null => {
    watched = stalls.judge(watched, { ...watched, job: aJob(job) })
    return watched.stalledSince ?? null
  }
  return { clock, look, judge: stalls.judge, now: () => watched }
}

describe('a stall', () => {
  it('is no change for ten minutes, and says since when', async () => {
    const { clock, look } = aJobUnderWatch()
    look()
    await clock.pass(10 * minute - 1)
    expect(look()).toBeNull()
    await clock.pass(1)
    expect(look()).toBe('2026-03-02T12:00:00.000Z')
  })

  it('is told from a light look, which shows no stage, only when a whole one is long overdue', async () => {
    const { clock, judge, look, now } = aJobUnderWatch()
    look()
    const lightly = () => judge(now(), now(), false).stalledSince ?? null
    await clock.pass(13 * minute)
    expect(lightly()).toBeNull()
    await clock.pass(minute)
    expect(lightly()).toBe('2026-03-02T12:00:00.000Z')
  })

  it.each<Partial<Job>>([
    { processed: 41 },
    { failed: 1 },
    { warned: 1 },
    { total: 101 },
    { stage: 'images' },
    { lastMessage: 'at it' },
    { percent: { value: 41, source: 'server' } },
    { epoch: 1 },
  ])('does not begin while something moves, and clears by itself: %j', async moving => {
    const { clock, look } = aJobUnderWatch()
    look()
    await clock.pass(9 * minute)
    look(moving)
    await clock.pass(9 * minute)
    expect(look(moving)).toBeNull()
    await clock.pass(minute)
    expect(look(moving)).toBe('2026-03-02T12:09:00.000Z')
    expect(look()).toBeNull()
  })

  it('of a job that is slow by habit begins after eight times its usual gap', async () => {
    const { clock, look } = aJobUnderWatch()
    for (let processed = 0; processed < 4; processed += 1) {
      look({ processed })
      await clock.pass(5 * minute)
    }
    await clock.pass(34 * minute)
    expect(look({ processed: 3 })).toBeNull()
    await clock.pass(minute)
    expect(look({ processed: 3 })).not.toBeNull()
  })

  it('E17: is not for a job that tells nothing while it runs', async () => {
    const { clock, look } = aJobUnderWatch()
    const silent = { processed: null, total: null, percent: { value: null, source: 'none' } } as const
    look(silent)
    await clock.pass(60 * minute)
    expect(look(silent)).toBeNull()
  })

  it('is for running jobs: waiting in line is no stall, and an ending ends one', async () => {
    const { clock, look, judge, now } = aJobUnderWatch()
    const queued = { phase: 'queued', status: 'pending' } as const
    look(queued)
    await clock.pass(60 * minute)
    expect(look(queued)).toBeNull()
    look()
    await clock.pass(60 * minute)
    expect(look()).not.toBeNull()
    expect(judge(now(), { ...now(), job: anEndedJob() }).stalledSince).toBeNull()
  })

  it('that stood when the app was stopped is the same stall after the start', async () => {
    const since = '2026-03-02T09:00:00.000Z'
    const { clock, look } = aJobUnderWatch(aWatchedJob({ stalledSince: since }))
    expect(look()).toBe(since)
    await clock.pass(60 * minute)
    expect(look()).toBe(since)
    expect(look({ processed: 41 })).toBeNull()
  })

  it('leaves an entry that never stalled without the field, as it is on the disk', () => {
    const { look, now } = aJobUnderWatch()
    look()
    look({ processed: 41 })
    expect([refKey(now().ref), 'stalledSince' in now()]).toEqual(['c1/enrichment-5f2c81d0', false])
  })
})
