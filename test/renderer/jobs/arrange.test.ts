import { describe, expect, test } from 'vitest'
import { arrange } from '../../../src/renderer/jobs/arrange'
import { mirrorOf } from '../../../src/renderer/state/mirror'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aConnection, aJob, aNotice, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'
import { aSnapshot } from '../support/a-snapshot'

const ref = (jobId: string, connectionId = 'c1') => ({ connectionId, jobId })
const at = (minute: number) => `2026-03-02T12:${String(minute).padStart(2, '0')}:00.000Z`
const ended = (jobId: string, minute: number, outcome: 'succeeded' | 'failed' = 'succeeded'): WatchedJob =>
  aWatchedJob({ ref: ref(jobId), job: anEndedJob({ outcome, completedAt: null }), endedSeenAt: at(minute) })

const all = { filter: '', scope: null, sort: 'standing', grouped: true } as const

function lines(
  jobs: readonly WatchedJob[],
  wanted: Parameters<typeof arrange>[1] = all,
  notices = [aNotice({ seen: true })],
) {
  const connections = [aConnection(), aConnection({ id: 'c2', name: 'Grid shop' })]
  const arranged = arrange(mirrorOf(aSnapshot({ jobs, notices, connections })), wanted)
  return arranged.lines.map(line => (line.kind === 'heading' ? `${line.group} ${line.count}` : line.key.split('/')[1]))
}

describe('groups', () => {
  test('what goes on comes first, then unseen bad endings, then the rest, each with its count', () => {
    const notices = [aNotice({ ref: ref('bad') })]
    const jobs = [ended('good', 1), ended('bad', 2, 'failed'), aWatchedJob({ ref: ref('on') })]
    expect(lines(jobs, all, notices)).toEqual(['active 1', 'on', 'attention 1', 'bad', 'recent 1', 'good'])
  })

  test('a bad ending that was looked at is only recent', () => {
    expect(lines([ended('bad', 2, 'failed')], all, [aNotice({ ref: ref('bad'), seen: true })])).toEqual([
      'recent 1',
      'bad',
    ])
  })

  test('an unseen good ending needs no attention', () => {
    expect(lines([ended('good', 2)], all, [aNotice({ ref: ref('good'), outcome: 'succeeded' })])).toEqual([
      'recent 1',
      'good',
    ])
  })

  test('trouble seeing a running job leaves it among the active', () => {
    const fault = { fault: { kind: 'server', status: 503, retryAfterMs: null }, since: at(1) } as const
    expect(lines([aWatchedJob({ ref: ref('on'), fault })])).toEqual(['active 1', 'on'])
  })

  test('a job nobody ever saw and the server does not know needs a person', () => {
    const fault = { fault: { kind: 'not-found', said: null }, since: at(1) } as const
    expect(lines([anUnseenJob({ ref: ref('typo'), fault }), anUnseenJob({ ref: ref('new') })])).toEqual([
      'active 1',
      'new',
      'attention 1',
      'typo',
    ])
  })
})

describe('order', () => {
  test('running before queued before unknown, the newest added first, whatever the progress', () => {
    const jobs = [
      aWatchedJob({ ref: ref('odd'), job: aJob({ phase: 'unknown', status: 'napping' }) }),
      aWatchedJob({ ref: ref('queued'), job: aJob({ phase: 'queued' }) }),
      aWatchedJob({ ref: ref('older'), addedAt: at(1), job: aJob({ percent: { value: 99, source: 'server' } }) }),
      aWatchedJob({ ref: ref('newer'), addedAt: at(2) }),
    ]
    expect(lines(jobs)).toEqual(['active 4', 'newer', 'older', 'queued', 'odd'])
  })

  test('the newest ending first', () => {
    expect(lines([ended('a', 1), ended('b', 3), ended('c', 2)])).toEqual(['recent 3', 'b', 'c', 'a'])
  })
})

describe('filter', () => {
  const jobs = [
    aWatchedJob({ ref: ref('enrichment-1'), job: aJob({ stage: 'uploading' }) }),
    aWatchedJob({ ref: ref('crawl-2', 'c2'), job: aJob({ jobType: 'crawl' }) }),
  ]

  test.each([
    ['UPLOAD enrich', ['active 1', 'enrichment-1']],
    ['grid shop', ['active 1', 'crawl-2']],
    ['running', ['active 2', 'crawl-2', 'enrichment-1']],
    ['upload crawl', []],
  ])('“%s” keeps what has all its words', (filter, expected) => {
    expect(lines(jobs, { ...all, filter })).toEqual(expected)
  })

  test('a connection keeps its own jobs', () => {
    expect(lines(jobs, { ...all, scope: 'c2' })).toEqual(['active 1', 'crawl-2'])
  })
})

describe('the order a person chose', () => {
  const on = (jobId: string, own: Partial<WatchedJob> = {}) => aWatchedJob({ ref: ref(jobId), ...own })

  test('puts pinned jobs above all else in each', () => {
    const jobs = [on('a', { addedAt: at(1) }), on('b', { addedAt: at(2) }), on('c', { addedAt: at(0), pinned: true })]
    expect(lines(jobs)).toEqual(['pinned 1', 'c', 'active 2', 'b', 'a'])
    expect(lines(jobs, { ...all, sort: 'newest' })).toEqual(['pinned 1', 'c', 'active 2', 'b', 'a'])
  })

  test('is by failures, by the end that is nearest, or by name', () => {
    const eta = (minute: number) => ({ perMinute: 5, eta: { earliest: at(minute), latest: at(minute) } })
    const jobs = [
      on('a', { job: aJob({ jobType: 'crawl', failed: 3 }), speed: eta(50) }),
      on('b', { job: aJob({ jobType: 'enrichment', failed: 9 }), speed: null }),
      on('c', { job: aJob({ jobType: 'crawl', failed: 0 }), speed: eta(40) }),
    ]
    const flat = { ...all, grouped: false }
    expect(lines(jobs, { ...flat, sort: 'failures' })).toEqual(['b', 'a', 'c'])
    expect(lines(jobs, { ...flat, sort: 'soonest' })).toEqual(['c', 'a', 'b'])
    expect(lines(jobs, { ...flat, sort: 'name' })).toEqual(['a', 'c', 'b'])
  })

  test('without groups is one list, with what goes on before what is over unless another order is asked for', () => {
    const jobs = [ended('old', 1), on('on')]
    expect(lines(jobs, { ...all, grouped: false })).toEqual(['on', 'old'])
    expect(lines(jobs, { ...all, grouped: false, sort: 'name' })).toHaveLength(2)
  })

  test('tells the latest ending by the server’s word, not by when we looked', () => {
    const over = (jobId: string, completedAt: string | null, seen: number) =>
      aWatchedJob({ ref: ref(jobId), job: anEndedJob({ completedAt }), endedSeenAt: at(seen) })
    const jobs = [
      over('early', at(5), 40),
      over('late', at(30), 40),
      over('unsaid', null, 20),
      over('ahead', at(59), 10),
    ]
    expect(lines(jobs)).toEqual(['recent 4', 'late', 'unsaid', 'ahead', 'early'])
  })
})
