import { describe, expect, it } from 'vitest'
import { journalOf } from '../../../src/main/journal/journal'
import type { NoticeDraft } from '../../../src/main/watch/notices'
import { createWriter, type LogEntry, type WatchLog } from '../../../src/main/watch/writing'
import type { NoticeView, WatchedJob } from '../../../src/shared/snapshot'
import { aConnection, aJob, aMoment, aWatchedJob } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'
import { journalInMemory } from '../../support/journal-in-memory'

const ref = (nth: number) => ({ connectionId: 'c1', jobId: `job-${nth}` })
const draftOf = (nth: number): NoticeDraft => ({
  key: `job-${nth}`,
  kind: 'ended',
  connectionId: 'c1',
  ref: ref(nth),
  outcome: 'failed',
  title: 'Enrichment failed',
  body: '',
})

/** A writer over a real journal of `many` jobs; each transaction is noted with its time and size. */
function aWriter(many: number) {
  const clock = fakeClock()
  const db = journalInMemory()
  const journal = journalOf(db)
  journal.connections.save(aConnection(), true)
  const jobs = new Map<string, WatchedJob>()
  for (let nth = 0; nth < many; nth += 1) jobs.set(`job-${nth}`, aWatchedJob({ ref: ref(nth) }))
  for (const watched of jobs.values()) journal.jobs.put(watched)
  const writes: { readonly at: number; readonly jobs: number; readonly notices: number }[] = []
  const banners = new Set<string>()
  const told: NoticeView[] = []
  const broken = new Set<string>()
  const record: WatchLog['record'] = (entries, drafts, at) => {
    if (entries.some(({ watched }) => broken.has(watched.ref.jobId))) throw new Error('ill')
    const notices = journal.record(entries, drafts, at)
    writes.push({ at: clock.monotonic(), jobs: entries.length, notices: notices.length })
    return notices
  }
  const writer = createWriter({
    board: {
      job: ({ jobId }) => jobs.get(jobId),
      raise: banner => void banners.add(banner.id),
      lower: id => void banners.delete(id),
    },
    log: { record },
    clock,
    trouble: () => undefined,
    tell: notices => void told.push(...notices),
  })
  const move = (nth: number, own: Partial<LogEntry> = {}) => {
    const watched = aWatchedJob({ ref: ref(nth), job: aJob({ processed: clock.monotonic() }) })
    jobs.set(watched.ref.jobId, watched)
    const moments = [aMoment({ at: clock.wall().toISOString(), processed: clock.monotonic() })]
    writer.write({
      watched,
      found: [],
      isNews: true,
      isFirst: false,
      isTurn: false,
      detail: null,
      drafts: [],
      moments,
      ...own,
    })
  }
  return { clock, db, journal, jobs, writes, banners, told, broken, writer, move }
}

describe('what is no notice', () => {
  it('is collected and written at most once in five seconds, each job once, with its whole time line', async () => {
    const { clock, journal, writes, move } = aWriter(50)
    for (let time = 0; time < 25; time += 1) {
      for (let nth = 0; nth < 50; nth += 1) move(nth)
      await clock.pass(1_000)
    }
    const times = [5_000, 10_000, 15_000, 20_000, 25_000]
    expect(writes.map(({ at, jobs }) => [at, jobs])).toEqual(times.map(at => [at, 50]))
    expect(journal.timeline.read(ref(7))).toHaveLength(25)
    expect(journal.jobs.all().find(({ ref: { jobId } }) => jobId === 'job-7')?.job?.processed).toBe(24_000)
  })

  it('is on the disk five seconds after it was seen, so that a crash loses no more', async () => {
    const { clock, journal, move } = aWriter(1)
    for (let time = 0; time < 40; time += 1) {
      move(0)
      await clock.pass(310)
      const kept = journal.timeline.read(ref(0)).at(-1)?.processed ?? 0
      expect(clock.monotonic() - kept).toBeLessThanOrEqual(5_000 + 310)
    }
  })

  it('leaves nothing to do and no timer when nothing changes', async () => {
    const { clock, writes, move } = aWriter(1)
    move(0)
    await clock.pass(60_000)
    expect([writes.length, clock.pending()]).toEqual([1, 0])
  })

  it('of thousands at once is written in parts, with a breath between them', async () => {
    const { clock, writes, move } = aWriter(1_000)
    for (let nth = 0; nth < 1_000; nth += 1) move(nth)
    await clock.pass(6_000)
    expect(writes.map(({ jobs }) => jobs)).toEqual([150, 150, 150, 150, 150, 150, 100])
    expect(new Set(writes.map(({ at }) => at)).size).toBe(7)
  })

  it('is written as a person has left it: marked, or taken off the list', async () => {
    const { clock, journal, jobs, move } = aWriter(2)
    for (const nth of [0, 1]) move(nth)
    jobs.set('job-0', aWatchedJob({ ref: ref(0), pinned: true }))
    jobs.delete('job-1')
    journal.jobs.forget(ref(1), clock.wall())
    await clock.pass(5_000)
    expect(journal.jobs.all()).toMatchObject([{ ref: ref(0), pinned: true }])
    expect(journal.timeline.read(ref(1))).toEqual([])
  })
})

describe('a notice', () => {
  it('is written at once, together with its job and all that was collected before it', () => {
    const { writes, told, journal, move } = aWriter(3)
    move(0)
    move(1)
    expect(writes).toEqual([])
    move(2, { drafts: [draftOf(2)] })
    expect(writes).toEqual([{ at: 0, jobs: 3, notices: 1 }])
    expect([told.length, journal.timeline.read(ref(0)).length]).toEqual([1, 1])
  })

  it('that the disk refused is told by itself as soon as there is room (fault 38)', async () => {
    const { clock, db, told, banners, move } = aWriter(40)
    db.exec('PRAGMA query_only = ON')
    for (let nth = 0; nth < 40; nth += 1) move(nth, { drafts: nth % 2 === 0 ? [draftOf(nth)] : [] })
    await clock.pass(60_000)
    expect([told.length, [...banners]]).toEqual([0, ['disk']])
    db.exec('PRAGMA query_only = OFF')
    await clock.pass(7_000)
    expect([told.length, [...banners], clock.pending()]).toEqual([20, [], 0])
  })

  it('is not kept back by another job that can never be written', async () => {
    const { clock, told, broken, banners, move } = aWriter(4)
    broken.add('job-0')
    for (const nth of [0, 1, 2]) move(nth)
    await clock.pass(20_000)
    move(3, { drafts: [draftOf(3)] })
    expect(told.map(({ ref: about }) => about?.jobId)).toEqual(['job-3'])
    broken.clear()
    await clock.pass(6_000)
    expect([...banners]).toEqual([])
  })
})
