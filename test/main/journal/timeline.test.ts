import { beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../../src/main/journal/db'
import { type Journal, journalOf } from '../../../src/main/journal/journal'
import type { TimelineEntry } from '../../../src/shared/timeline'
import { aConnection, aMoment, aWatchedJob } from '../../support/builders'
import { journalInMemory } from '../../support/journal-in-memory'

const { ref } = aWatchedJob()
const noon = Date.parse('2026-03-02T12:00:00Z')
const at = (second: number) => new Date(noon + second * 1_000).toISOString()

let db: Db
let journal: Journal
beforeEach(() => {
  db = journalInMemory()
  journal = journalOf(db)
  journal.connections.save(aConnection(), true)
  journal.jobs.put(aWatchedJob())
})

describe('the time line on the disk', () => {
  it('comes back as it was added, also where messages repeat, end and a clock was set back', () => {
    const entries = [
      aMoment({ at: at(60), stage: 'read', message: 'Reading', percent: 12.5 }),
      aMoment({ at: at(65), stage: 'read', message: 'Reading', processed: null, unseenSince: at(61) }),
      aMoment({ at: at(30), message: null, epoch: 1, total: 1e15 }),
      aMoment({ at: at(35), message: null }),
      aMoment({ at: at(35), message: 'again', phase: 'ended', status: 'completed' }),
    ]
    for (const entry of entries) journal.timeline.add(ref, [entry])
    expect(journal.timeline.read(ref)).toEqual(entries)
  })

  it('of a job of hours stays bounded, and keeps its messages when it is thinned', () => {
    let longest = 0
    const all: TimelineEntry[] = []
    for (let index = 0; index < 1_500; index += 1) {
      const entry = aMoment({ at: at(index * 5), processed: index, message: `batch ${Math.floor(index / 100)}` })
      all.push(entry)
      journal.timeline.add(ref, [entry])
      if (index % 50 === 0) longest = Math.max(longest, journal.timeline.read(ref).length)
    }
    const kept = journal.timeline.read(ref)
    expect(longest).toBeLessThanOrEqual(240)
    expect(kept.length).toBeGreaterThan(100)
    expect([kept[0], kept.at(-1)]).toEqual([all[0], all.at(-1)])
    for (const entry of kept) expect(all).toContainEqual(entry)
  })

  it('is written with its job or not at all', () => {
    const entry = {
      found: [],
      isNews: true,
      isFirst: false,
      isTurn: false,
      detail: null,
      drafts: [],
      moments: [aMoment()],
    }
    const stranger = aWatchedJob({ ref: { connectionId: 'nobody', jobId: 'x' } })
    expect(() => journal.record([{ watched: stranger, ...entry }], [], new Date(noon))).toThrow()
    expect(journal.timeline.read(stranger.ref)).toEqual([])
    journal.record([{ watched: aWatchedJob(), ...entry }], [], new Date(noon))
    expect(journal.timeline.read(ref)).toEqual([aMoment()])
  })

  it('begins anew with a job of which nothing is known, and goes with the job', () => {
    journal.timeline.add(ref, [aMoment()])
    const again = aMoment({ processed: 1 })
    const entry = {
      watched: aWatchedJob(),
      found: [],
      isNews: true,
      isFirst: true,
      isTurn: false,
      detail: null,
      drafts: [],
      moments: [again],
    }
    journal.record([entry], [], new Date(noon))
    expect(journal.timeline.read(ref)).toEqual([again])
    journal.jobs.forget(ref, new Date(noon))
    expect(journal.timeline.read(ref)).toHaveLength(1)
    journal.retention.sweep(new Date(noon), new Date(noon + 1))
    expect(journal.timeline.read(ref)).toEqual([])
  })
})
