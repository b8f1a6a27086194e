import { expect, test } from 'vitest'
import { alikeTo, courseOf } from '../../../../src/renderer/post/worker/use-courses'
import { aJob, aWatchedJob } from '../../../support/builders'

const stretch = (stage: string | null) => ({
  stage,
  status: 'in_progress',
  phase: 'running' as const,
  epoch: 0,
  from: '2026-11-20T08:00:00Z',
  to: null,
  seconds: 0,
  unseenSeconds: 0,
  beganBefore: false,
})

test('a course is the stages in the order in which they were seen, each stay once', () => {
  const stages = [null, 'fetch', 'fetch', null, 'fetch', 'price', 'fetch'].map(stretch)
  expect(courseOf({ stages })).toEqual(['fetch', 'price', 'fetch'])
})

test('alike are the job itself, then jobs of its connection and type, the last seen first', () => {
  const at = (jobId: string, jobType: string | null, seenAt: string, connectionId = 'c') =>
    aWatchedJob({ ref: { connectionId, jobId }, job: aJob({ jobType }), seenAt })
  const jobs = [
    at('me', 'crawl', '2026-11-20T08:00:00Z'),
    at('old', 'crawl', '2026-11-20T06:00:00Z'),
    at('new', 'crawl', '2026-11-20T07:00:00Z'),
    at('other', 'enrichment', '2026-11-20T07:30:00Z'),
    at('elsewhere', 'crawl', '2026-11-20T07:30:00Z', 'd'),
  ]
  const me = { connectionId: 'c', jobId: 'me' }
  expect(alikeTo(me, 'crawl', jobs).map(({ jobId }) => jobId)).toEqual(['me', 'new', 'old'])
  expect(alikeTo(me, null, jobs)).toEqual([me])
})
