import { describe, expect, it } from 'vitest'
import { removable } from '../../../src/main/retention/removable'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aJob, anEndedJob, aWatchedJob } from '../../support/builders'

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`
const ref = (jobId: string) => ({ connectionId: 'c1', jobId })
const ended = (jobId: string, day: number, own: Partial<WatchedJob> = {}) =>
  aWatchedJob({ ref: ref(jobId), job: anEndedJob(), endedSeenAt: at(day), ...own })
const ids = (jobs: readonly WatchedJob[], kept: readonly string[] = []) =>
  removable(jobs, new Set(kept)).map(over => over.ref.jobId)

describe('what may be removed', () => {
  it('is what has ended or is gone, the longest over first', () => {
    const gone = aWatchedJob({
      ref: ref('gone'),
      gone: true,
      fault: { fault: { kind: 'not-found', said: null }, since: at(2) },
    })
    expect(ids([ended('new', 9), gone, ended('old', 1)])).toEqual(['old', 'gone', 'new'])
  })

  it('is never what goes on, be it unseen, stalled, unknown or in trouble', () => {
    const fault = { fault: { kind: 'server', status: 500, retryAfterMs: null }, since: at(1) } as const
    const unknown = aJob({ phase: 'unknown' })
    expect(
      ids([aWatchedJob(), aWatchedJob({ job: null }), aWatchedJob({ fault }), aWatchedJob({ job: unknown })]),
    ).toEqual([])
  })

  it('is never what is pinned, held for its family, kept for a notice or a post, or named by an active job', () => {
    const parent = aWatchedJob({ ref: ref('parent'), job: aJob({ links: [{ via: 'import_job_id', jobId: 'child' }] }) })
    const jobs = [
      ended('pinned', 1, { pinned: true }),
      ended('held', 1, { heldSince: at(1) }),
      ended('kept', 1),
      ended('child', 1),
    ]
    expect(ids([parent, ...jobs, ended('free', 1)], ['c1/kept'])).toEqual(['free'])
  })
})
