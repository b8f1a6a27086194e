import { describe, expect, it } from 'vitest'
import { type Change, changesBetween } from '../../../src/main/watch/changes'
import { connectionNotice, noticesFor } from '../../../src/main/watch/notices'
import type { Job } from '../../../src/shared/job'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { aConnection, aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'

const running = aWatchedJob()
const ended = aWatchedJob({ job: anEndedJob() })

describe('what happened between two good looks', () => {
  it('sees an ending', () => {
    expect(changesBetween(running, ended)).toEqual([{ kind: 'ended', outcome: 'succeeded', epoch: 0 }])
  })

  it('E14: says nothing of a job that had ended when a person added it', () => {
    expect(changesBetween(anUnseenJob(), ended)).toEqual([])
  })

  it('E14: tells the ending of a job made here even at the first look', () => {
    expect(changesBetween(anUnseenJob({ origin: 'created' }), ended)).toHaveLength(1)
  })

  it('says nothing of the same ending seen again', () => {
    expect(changesBetween(ended, { ...ended, job: anEndedJob({ processed: 99 }) })).toEqual([])
  })

  it('compares good with good across any trouble in between', () => {
    const troubled = { ...running, fault: { fault: { kind: 'not-found', said: null }, since: '' } } as const
    expect(changesBetween(running, troubled)).toEqual([])
    expect(changesBetween(troubled, ended)).toHaveLength(1)
  })

  it('E13: sees a job run again, and its next ending as another one (fault 22)', () => {
    const again = aWatchedJob({ job: aJob({ epoch: 1 }) })
    expect(changesBetween(ended, again)).toEqual([
      { kind: 'reopened', epoch: 1 },
      { kind: 'started', epoch: 1 },
    ])
    expect(changesBetween(again, aWatchedJob({ job: anEndedJob({ epoch: 1 }) }))).toEqual([
      { kind: 'ended', outcome: 'succeeded', epoch: 1 },
    ])
  })

  it('sees a job that ran again and ended between two looks', () => {
    const kinds = changesBetween(ended, aWatchedJob({ job: anEndedJob({ epoch: 1, outcome: 'failed' }) }))
    expect(kinds.map(change => change.kind)).toEqual(['reopened', 'ended'])
  })

  it('sees a start, also of a job made here that runs at the first look, and none in a job that was added running', () => {
    const queued = aWatchedJob({ job: aJob({ phase: 'queued', status: 'pending' }) })
    const kinds = [queued, anUnseenJob({ origin: 'created' }), anUnseenJob()].map(before =>
      changesBetween(before, running).map(change => change.kind),
    )
    expect(kinds).toEqual([['started'], ['started'], []])
  })

  const counting = (processed: number | null, failed: number | null, own: Partial<Job> = {}) =>
    aWatchedJob({ job: aJob({ processed, failed, ...own }) })
  const kindsOf = (before: WatchedJob, after: WatchedJob, usual: number | null = null) =>
    changesBetween(before, after, usual).map(change => change.kind)

  it('sees the first failure while it runs, once, and leaves those at the end to the ending', () => {
    expect(kindsOf(counting(10, null), counting(11, 2))).toEqual(['first-failure'])
    expect(kindsOf(counting(11, 2), counting(12, 3))).toEqual([])
    const atEnd = aWatchedJob({ job: anEndedJob({ failed: 3, outcome: 'partial' }) })
    expect(kindsOf(counting(97, 0), atEnd)).toEqual(['ended'])
  })

  it('leaves the first failure of a small job, or of one that is nearly done, to the ending', () => {
    const of = (total: number | null, value: number) => ({ total, percent: { value, source: 'server' } as const })
    const kinds = [of(49, 20), of(1_000, 90), of(50, 89), of(null, 89), of(0, 10)].map(own =>
      kindsOf(counting(10, 0, own), counting(11, 1, own)),
    )
    expect(kinds).toEqual([[], [], ['first-failure'], ['first-failure'], ['first-failure']])
  })

  it('sees a job go past ten percent failing after fifty items, and not before', () => {
    expect(kindsOf(counting(40, 1), counting(43, 6))).toEqual([])
    expect(kindsOf(counting(43, 6), counting(44, 6))).toEqual(['failure-rate'])
    expect(kindsOf(counting(44, 6), counting(45, 9))).toEqual([])
    expect(kindsOf(counting(81, 9), counting(90, 10))).toEqual([])
    // All at once: the worse of the two.
    expect(kindsOf(counting(40, 0), counting(80, 20))).toEqual(['failure-rate'])
  })

  it('sees a job fail three times as much as its type does, when that is known and more than nothing', () => {
    const [calm, worse] = [counting(98, 2), counting(94, 6)]
    expect([kindsOf(calm, worse, 0.01), kindsOf(calm, worse, 0.02), kindsOf(calm, worse, 0)]).toEqual([
      ['failure-rate'],
      [],
      [],
    ])
  })

  it('takes fewer than five failed items for chance, however rarely its type fails', () => {
    const [calm, four, five] = [counting(67, 1), counting(64, 4), counting(63, 5)]
    expect([kindsOf(calm, four, 0.009), kindsOf(four, five, 0.009)]).toEqual([[], ['failure-rate']])
  })

  it('counts the failures of a run that begins anew from nothing', () => {
    const before = aWatchedJob({ job: anEndedJob({ failed: 5, outcome: 'partial' }) })
    const kinds = kindsOf(before, counting(10, 1, { epoch: 1 }))
    expect(kinds).toEqual(['reopened', 'started', 'first-failure'])
  })

  it('sees a stall begin, and end by itself', () => {
    const still = aWatchedJob({ job: aJob(), stalledSince: '2026-03-02T12:00:00.000Z' })
    expect(kindsOf(running, still)).toEqual(['stalled'])
    expect(kindsOf(still, aWatchedJob({ job: aJob(), stalledSince: null }))).toEqual(['moved-again'])
  })
})

describe('what is told', () => {
  it('names type, outcome, counts, short id and connection, and nothing the server wrote', () => {
    const job = anEndedJob({ outcome: 'warned', processed: 1204, total: 1204, warned: 3, errorMessage: 'secret' })
    const [notice] = noticesFor([{ kind: 'ended', outcome: 'warned', epoch: 0 }], aWatchedJob({ job }), 'Outfitters')
    expect(notice).toMatchObject({
      key: 'c1/enrichment-5f2c81d0/0/warned',
      title: 'Enrichment finished with warnings',
      body: '1,204 of 1,204 items, 3 warnings\n5f2c81d0 · Outfitters',
    })
  })

  it('says nothing when a job runs again or moves again', () => {
    const changes = [{ kind: 'reopened', epoch: 1 } as const, { kind: 'moved-again', epoch: 1 } as const]
    expect(noticesFor(changes, running, 'Outfitters')).toEqual([])
  })

  it('has a key, a title and a body of its own for each kind', () => {
    const since = '2026-03-02T12:00:00.000Z'
    const after = aWatchedJob({
      job: aJob({ processed: 352, failed: 48, total: 1204, errorMessage: 'secret' }),
      seenAt: '2026-03-02T12:12:30.000Z',
    })
    const changes: readonly Change[] = [
      { kind: 'started', epoch: 0 },
      { kind: 'first-failure', epoch: 0 },
      { kind: 'failure-rate', epoch: 0, usual: 0.031 },
      { kind: 'stalled', epoch: 0, since },
    ]
    const where = '5f2c81d0 · Outfitters'
    const counts = '352 of 1,204 items, 48 failed'
    expect(noticesFor(changes, after, 'Outfitters').map(({ key, title, body }) => [key, title, body])).toEqual([
      ['c1/enrichment-5f2c81d0/0/started', 'Enrichment started', where],
      ['c1/enrichment-5f2c81d0/0/first-failure', 'Enrichment has its first failures', `${counts}\n${where}`],
      [
        'c1/enrichment-5f2c81d0/0/failure-rate',
        'Enrichment: 12 % of the items fail',
        `3.1 % is usual for this type\n${counts}\n${where}`,
      ],
      [
        `c1/enrichment-5f2c81d0/0/stalled/${since}`,
        'Enrichment has stalled',
        `Nothing has moved for 12 minutes\n${counts}\n${where}`,
      ],
    ])
  })

  it('says of a connection what is wrong and what to do', () => {
    const notice = connectionNotice(aConnection(), { kind: 'unauthorized', said: null }, '2026-03-02T12:00:00Z')
    expect(notice.title).toBe('Outfitters is not being watched')
    expect(notice.body).toMatch(/key was refused/)
  })
})
