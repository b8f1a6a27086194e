import { describe, expect, test } from 'vitest'
import { arrange } from '../../../src/renderer/jobs/arrange'
import { mirrorOf } from '../../../src/renderer/state/mirror'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aConnection, aJob, aNotice, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'
import { aSnapshot } from '../support/a-snapshot'

const ref = (jobId: string, connectionId = 'c1') => ({ connectionId, jobId })
const at = (minute: number) => `2026-03-02T12:${String(minute).padStart(2, '0')}:00.000Z`
const ended = (jobId: string, minute: number, outcome: 'succeeded' | 'failed' = 'succeeded'): WatchedJob =>
  aWatchedJob({ ref: ref(jobId), job: anEndedJob({ outcome }), endedSeenAt: at(minute) })

const all = { filter: '', scope: null }

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
    expect(lines(jobs, { filter, scope: null })).toEqual(expected)
  })

  test('a connection keeps its own jobs', () => {
    expect(lines(jobs, { filter: '', scope: 'c2' })).toEqual(['active 1', 'crawl-2'])
  })
})
