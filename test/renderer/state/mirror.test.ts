import { describe, expect, test } from 'vitest'
import { applyDelta, type Mirror, mirrorOf } from '../../../src/renderer/state/mirror'
import { refKey } from '../../../src/shared/job'
import type { ConnectionView } from '../../../src/shared/snapshot'
import { aConnection, aJob, aNotice, anEndedJob, aWatchedJob } from '../../support/builders'
import { aPost } from '../support/a-post'
import { aSnapshot } from '../support/a-snapshot'

const job = aWatchedJob()
const key = refKey(job.ref)
const mirror = mirrorOf(aSnapshot({ version: 7, connections: [aConnection()], jobs: [job] }))

function next(from: Mirror, delta: Parameters<typeof applyDelta>[1]): Mirror {
  const step = applyDelta(from, delta)
  if (step.kind !== 'next') throw new Error(`expected the next mirror, got: ${step.kind}`)
  return step.mirror
}

describe('a delta', () => {
  test('replaces the jobs it names and leaves every other part as it was', () => {
    const moved = { ...job, job: aJob({ processed: 41 }) }
    const after = next(mirror, { version: 8, jobs: [moved] })
    expect(after.jobs.get(key)).toBe(moved)
    expect(after.connections).toBe(mirror.connections)
    expect(after.notices).toBe(mirror.notices)
  })

  test('takes forgotten jobs out', () => {
    expect(next(mirror, { version: 8, forgotten: [job.ref] }).jobs.size).toBe(0)
  })

  test('that was missed before it is a gap', () => {
    expect(applyDelta(mirror, { version: 9, jobs: [] })).toEqual({ kind: 'gap' })
  })

  test('that is known already changes nothing', () => {
    expect(applyDelta(mirror, { version: 7, forgotten: [job.ref] })).toEqual({ kind: 'old' })
  })

  test('keeps the very same jobs when it names none, so that no row is drawn anew', () => {
    expect(next(mirror, { version: 8, banners: [] }).jobs).toBe(mirror.jobs)
  })
})

describe('the shape of the list', () => {
  test('stays when a job only makes progress', () => {
    const delta = { version: 8, jobs: [{ ...job, seenAt: '2026-03-02T12:00:05.000Z', job: aJob({ processed: 99 }) }] }
    expect(next(mirror, delta).shape).toBe(mirror.shape)
  })

  test.each([
    ['a job ends', { jobs: [{ ...job, job: anEndedJob(), endedSeenAt: '2026-03-02T12:00:05.000Z' }] }],
    ['a job starts', { jobs: [{ ...job, job: aJob({ phase: 'queued' }) }] }],
    ['a job is added', { jobs: [aWatchedJob({ ref: { connectionId: 'c1', jobId: 'other' } })] }],
    ['a job is forgotten', { forgotten: [job.ref] }],
    ['a notice is told or seen', { notices: [aNotice()] }],
    ['a job turns out not to exist', { jobs: [{ ...job, gone: true }] }],
  ] as const)('changes when %s', (_what, change) => {
    expect(next(mirror, { version: 8, ...change }).shape).toBeGreaterThan(mirror.shape)
  })
})

test('posts, runs and templates come whole and stay when a delta does not name them', () => {
  const templates = [{ name: 'Nightly', input: { jobType: 'crawl' } }]
  const after = next(mirror, { version: 8, posts: [aPost()], templates })
  expect(after.posts).toEqual([aPost()])
  expect(after.runs).toBe(mirror.runs)
  expect(next(after, { version: 9 }).templates).toBe(templates)
})

test('how many requests a connection has made moves no row; its name and its clock do', () => {
  const connection: ConnectionView = { ...aConnection(), keyState: 'not-needed', fault: null }
  const mirror = mirrorOf({ ...aSnapshot(), version: 7, connections: [connection] })
  const shapeWith = (told: ConnectionView): number => next(mirror, { version: 8, connections: [told] }).shape
  expect(shapeWith({ ...connection, requestsLastHour: 12 })).toBe(mirror.shape)
  expect(shapeWith({ ...connection, name: 'Other' })).toBeGreaterThan(mirror.shape)
  expect(shapeWith({ ...connection, clockAheadMs: 4_000 })).toBeGreaterThan(mirror.shape)
})
