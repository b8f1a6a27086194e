import { beforeEach, describe, expect, it } from 'vitest'
import { type Journal, journalOf } from '../../../src/main/journal/journal'
import type { NoticeDraft } from '../../../src/main/watch/notices'
import { aConnection, aWatchedJob } from '../../support/builders'
import { journalInMemory } from '../../support/journal-in-memory'

const now = new Date('2026-03-02T12:00:00Z')
const { ref } = aWatchedJob()
const draft = (own: Partial<NoticeDraft> = {}): NoticeDraft => ({
  key: 'c1/a/0/failed',
  kind: 'ended',
  connectionId: 'c1',
  ref,
  outcome: 'failed',
  title: 'Enrichment failed',
  body: '1 of 2 items',
  ...own,
})

let journal: Journal
beforeEach(() => {
  journal = journalOf(journalInMemory())
  journal.connections.save(aConnection(), true)
  journal.jobs.put(aWatchedJob())
})

describe('the ledger of notices', () => {
  it('writes a notice once for its key', () => {
    expect(journal.notices.decide(draft(), now)).toMatchObject({ title: 'Enrichment failed', seen: false })
    expect(journal.notices.decide(draft({ title: 'again' }), now)).toBeNull()
    expect(journal.notices.newest(10)).toHaveLength(1)
  })

  it('keeps what was decided but not told, until it is told', () => {
    const notice = journal.notices.decide(draft(), now)
    expect(journal.notices.untold()).toHaveLength(1)
    journal.notices.told([notice?.id ?? 0], 'shown', now)
    expect(journal.notices.untold()).toEqual([])
  })

  it('marks some or all as seen', () => {
    for (const key of ['a', 'b', 'c']) journal.notices.decide(draft({ key }), now)
    const [newest] = journal.notices.newest(1)
    journal.notices.markSeen([newest?.id ?? 0])
    expect(journal.notices.newest(9).filter(notice => !notice.seen)).toHaveLength(2)
    journal.notices.markSeen('all')
    expect(journal.notices.newest(9).filter(notice => !notice.seen)).toEqual([])
  })

  it('writes the job and its notice together or not at all', () => {
    const broken = { ...aWatchedJob(), ref: { connectionId: 'nobody', jobId: 'x' } }
    const entry = {
      watched: broken,
      found: [],
      isNews: true,
      isFirst: false,
      isTurn: false,
      detail: null,
      drafts: [draft()],
      moments: [],
    }
    expect(() => journal.record([entry], [], now)).toThrow()
    expect(journal.notices.newest(1)).toEqual([])
  })
})

describe('the watch list', () => {
  it('takes a forget back with the state that was known', () => {
    journal.jobs.forget(ref, now)
    expect(journal.jobs.all()).toEqual([])
    expect(journal.jobs.restore(ref)).toEqual(aWatchedJob())
    expect(journal.jobs.all()).toHaveLength(1)
  })

  it('drops for good what was forgotten long ago', () => {
    journal.jobs.forget(ref, now)
    journal.retention.sweep(now, new Date(now.getTime() + 1))
    expect(journal.jobs.restore(ref)).toBeNull()
  })

  it('loses the jobs of a connection with it', () => {
    journal.connections.remove('c1')
    expect(journal.jobs.all()).toEqual([])
  })

  it('keeps ids like __proto__ and those with quotes apart', () => {
    for (const jobId of ['__proto__', "o'brien", 'a/b?c#d', '日本']) {
      journal.jobs.put(aWatchedJob({ ref: { connectionId: 'c1', jobId } }))
    }
    expect(journal.jobs.all()).toHaveLength(5)
  })
})

describe('the connections', () => {
  it('come back as they were saved, with the note that there is a key and without one', () => {
    const { keyState: _keyState, fault: _fault, ...connection } = aConnection({ organization: 'org_1' })
    journal.connections.save(connection, false)
    expect(journal.connections.all()).toEqual([{ connection, choices: {}, keySaved: false }])
  })
})
