import { describe, expect, it } from 'vitest'
import { momentBetween } from '../../../src/main/watch/timeline'
import type { Job } from '../../../src/shared/job'
import { aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'

const at = (minute: number) => `2026-03-02T12:${String(minute).padStart(2, '0')}:00.000Z`
const seen = (minute: number, job: Partial<Job> = {}) => aWatchedJob({ seenAt: at(minute), job: aJob(job) })

describe('the next entry of a time line', () => {
  it('is the first sight', () => {
    expect(momentBetween(anUnseenJob(), seen(1, { stage: 'read', lastMessage: 'Reading' }))).toEqual({
      at: at(1),
      unseenSince: null,
      epoch: 0,
      status: 'in_progress',
      phase: 'running',
      stage: 'read',
      message: 'Reading',
      percent: 40,
      total: 100,
      processed: 40,
      failed: 0,
      warned: 0,
    })
  })

  it.each<Partial<Job>>([
    { status: 'completed' },
    { stage: 'write' },
    { lastMessage: 'Writing' },
    { total: 200 },
    { processed: 41 },
    { failed: 1 },
    { warned: 1 },
    { epoch: 1 },
    { percent: { value: 41, source: 'server' } },
  ])('comes with %j', change => {
    expect(momentBetween(seen(1), seen(2, change))).not.toBeNull()
  })

  it('does not come with what no chart draws, or with trouble', () => {
    expect(momentBetween(seen(1), seen(2, { triggeredBy: 'someone', successRate: 99 }))).toBeNull()
    const fault = { fault: { kind: 'server', status: 500, retryAfterMs: null }, since: at(2) } as const
    expect(momentBetween(seen(1), { ...seen(1), triedAt: at(2), fault })).toBeNull()
  })

  it('holds no endless message', () => {
    expect(momentBetween(seen(1), seen(2, { lastMessage: 'x'.repeat(1_000) }))?.message).toHaveLength(300)
  })
})

describe('a gap in a time line', () => {
  const gap = (before: Parameters<typeof momentBetween>[0], after = seen(30)) =>
    momentBetween(before, after)?.unseenSince

  it('is told although nothing has changed: Jobtray was off or asleep', () => {
    expect(gap(seen(1))).toBe(at(1))
    expect(momentBetween(seen(28), seen(30))).toBeNull()
  })

  it('is told sooner when there was trouble', () => {
    const fault = { fault: { kind: 'server', status: 500, retryAfterMs: null }, since: at(2) } as const
    expect(gap({ ...seen(29), fault })).toBe(at(29))
  })

  it('is longer where a job is looked at rarely on purpose', () => {
    expect(gap({ ...seen(20), stalledSince: at(2) })).toBeUndefined()
    expect(gap(seen(20, { phase: 'unknown' }))).toBeNull()
    expect(gap({ ...seen(10), stalledSince: at(2) })).toBe(at(10))
  })

  it('is none after the end, unless the job runs again', () => {
    const ended = { ...seen(1), job: anEndedJob() }
    expect(gap(ended, { ...seen(30), job: anEndedJob() })).toBeUndefined()
    expect(gap(ended, seen(30, { epoch: 1 }))).toBe(at(1))
  })
})
