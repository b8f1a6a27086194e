import { describe, expect, it } from 'vitest'
import { journalOf } from '../../../src/main/journal/journal'
import { newPost } from '../../../src/main/outbox/new-post'
import { createRetention } from '../../../src/main/retention/retention'
import { createBoard } from '../../../src/main/watch/board'
import { defaultSettings, type Settings } from '../../../src/shared/settings'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { someParts } from '../../support/board-parts'
import { aConnection, aMoment, anEndedJob, anIssue, aWatchedJob } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'
import { journalInMemory } from '../../support/journal-in-memory'
import { aReport } from '../outbox/an-outbox'

const day = 86_400_000
const ref = (jobId: string) => ({ connectionId: 'c1', jobId })

/** Jobs that ended so many days ago, each with its detail, time line and a notice that was told and seen. */
function aHouse(jobs: Readonly<Record<string, number>>, own: Partial<Settings> = {}, issues = 1) {
  const clock = fakeClock()
  const db = journalInMemory()
  const journal = journalOf(db)
  journal.connections.save(aConnection(), true)
  const ago = (days: number) => new Date(clock.wall().getTime() - days * day)
  const list: WatchedJob[] = Object.entries(jobs).map(([jobId, days]) =>
    aWatchedJob({ ref: ref(jobId), job: anEndedJob(), endedSeenAt: ago(days).toISOString() }),
  )
  const notice = new Map<string, number>()
  for (const watched of list) {
    const { jobId } = watched.ref
    journal.jobs.put(watched)
    journal.timeline.add(watched.ref, [aMoment()])
    const errors = Array.from({ length: issues }, (_, index) =>
      anIssue({ entityKey: `${jobId}-${index}`, message: 'x'.repeat(900) }),
    )
    journal.details.lay(watched.ref, { errors })
    const draft = {
      key: jobId,
      kind: 'ended',
      connectionId: 'c1',
      ref: watched.ref,
      outcome: 'failed',
      title: '',
      body: '',
    } as const
    const { id } = journal.notices.decide(draft, ago(jobs[jobId] ?? 0)) ?? { id: 0 }
    journal.notices.told([id], 'shown', ago(0))
    journal.notices.markSeen([id])
    notice.set(jobId, id)
  }
  const board = createBoard(clock, { ...someParts({ settings: { ...defaultSettings, ...own } }), jobs: list })
  const troubles: unknown[] = []
  const dropped: string[] = []
  const retention = createRetention({
    board,
    journal,
    clock,
    trouble: (_, error) => troubles.push(error),
    poller: { drop: refs => void dropped.push(...refs.map(({ jobId }) => jobId)) },
    outbox: { show: () => undefined },
  })
  const present = () => [...board.jobs()].map(({ ref: { jobId } }) => jobId)
  const kept = () => ({
    jobs: journal.jobs.all().map(({ ref: { jobId } }) => jobId),
    notices: journal.notices.newest(99).length,
  })
  return { clock, db, journal, board, retention, ago, present, kept, notice, troubles, dropped }
}

describe('what is kept', () => {
  it('is not what ended longer ago than a person wants: job, detail, time line and notice go', async () => {
    const { clock, journal, retention, present, kept, dropped } = aHouse({ old: 91, young: 89 })
    retention.start()
    await clock.pass(60_000)
    expect(present()).toEqual(['old', 'young'])
    await clock.pass(2 * 60_000)
    expect([present(), kept(), dropped]).toEqual([['young'], { jobs: ['young'], notices: 1 }, ['old']])
    expect([journal.details.read(ref('old')), journal.timeline.read(ref('old'))]).toEqual([null, []])
    await clock.pass(day * 2)
    expect(present()).toEqual([])
  })

  it('is what nobody has seen yet, what was not told, what a post waits for and what is pinned', async () => {
    const { clock, db, journal, board, retention, present, notice, ago } = aHouse({
      unseen: 400,
      untold: 400,
      waiting: 400,
      pinned: 400,
    })
    db.exec(`UPDATE notices SET seen = 0 WHERE id = ${notice.get('unseen')}`)
    db.exec(`UPDATE notices SET told_at = NULL WHERE id = ${notice.get('untold')}`)
    const post = newPost(aReport({ stage: 'a' }), { at: ago(400), jobCreatedHere: false, runId: null })
    journal.posts.put({ post: { ...post, state: 'unknown' }, lane: 'c1/waiting', place: 1, target: 't' })
    const pinned = board.job(ref('pinned'))
    if (pinned !== undefined) board.putJobs([{ ...pinned, pinned: true }])
    retention.start()
    await clock.pass(day)
    expect(present()).toEqual(['unseen', 'untold', 'waiting', 'pinned'])
    expect([journal.notices.newest(9).length, journal.posts.get(post.id)?.post.state]).toEqual([4, 'unknown'])
  })

  it('is not what was taken off the list a week ago, nor posts that ended long ago', async () => {
    const { clock, journal, retention, ago } = aHouse({ a: 1, b: 1 })
    journal.jobs.forget(ref('a'), ago(8))
    journal.jobs.forget(ref('b'), ago(6))
    const post = newPost(aReport({ stage: 'a' }), { at: ago(200), jobCreatedHere: false, runId: null })
    journal.posts.put({
      post: { ...post, state: 'sent', endedAt: ago(91).toISOString() },
      lane: 'c1/a',
      place: 1,
      target: 't',
    })
    retention.start()
    await clock.pass(180_000)
    expect([journal.jobs.restore(ref('a')), journal.jobs.restore(ref('b'))?.ref.jobId]).toEqual([null, 'b'])
    expect(journal.posts.get(post.id)).toBeNull()
  })

  it('takes no more room than a person wants, the oldest going first', async () => {
    const many = Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`job-${index}`, 24 - index]))
    const { clock, journal, retention, present } = aHouse(many, { keepMegabytes: 10 }, 1_000)
    expect(journal.retention.bytes()).toBeGreaterThan(20 * 1_048_576)
    retention.start()
    await clock.pass(300_000)
    expect(journal.retention.bytes()).toBeLessThanOrEqual(10 * 1_048_576)
    expect(journal.retention.bytes()).toBeGreaterThan(8 * 1_048_576)
    expect(present()).toEqual(Object.keys(many).slice(-present().length))
  })

  it('is let go in small steps, with a pause after each', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`job-${index}`, 100]))
    const { clock, retention, present } = aHouse(many)
    retention.start()
    const left: number[] = []
    await clock.pass(120_000)
    for (let time = 0; time < 12; time += 1) {
      left.push(present().length)
      await clock.pass(50)
    }
    const steps = left.slice(1).map((count, index) => (left[index] ?? 0) - count)
    expect(Math.max(...steps)).toBeLessThanOrEqual(25)
    expect(left.at(-1)).toBe(0)
  })

  it('follows what a person changes, after a moment', async () => {
    const { clock, board, retention, present } = aHouse({ old: 60, young: 2 })
    retention.start()
    await clock.pass(3_600_000)
    expect(present()).toEqual(['old', 'young'])
    board.put({ settings: { ...defaultSettings, keepDays: 30 } })
    await clock.pass(60_000)
    expect(present()).toEqual(['old', 'young'])
    await clock.pass(120_000)
    expect(present()).toEqual(['young'])
    retention.stop()
    expect(clock.pending()).toBe(0)
  })

  it('stays as it is on a disk that refuses, until the next day', async () => {
    const { clock, db, retention, present, troubles } = aHouse({ old: 91 })
    db.exec('PRAGMA query_only = ON')
    retention.start()
    await clock.pass(day / 2)
    expect([present(), troubles.length]).toEqual([['old'], 1])
    db.exec('PRAGMA query_only = OFF')
    await clock.pass(day)
    expect(present()).toEqual([])
  })
})
