import { describe, expect, it } from 'vitest'
import type { Db } from '../../../src/main/journal/db'
import { bad, good } from '../../../src/shared/fault'
import { defaultSettings } from '../../../src/shared/settings'
import { aWatcher } from '../../support/a-watcher'
import {
  aJob,
  anIssue,
  anObservation,
  anUnseenJob,
  aWatchedJob,
  someEndedFacts,
  someFacts,
} from '../../support/builders'

const changes = (db: Db): number => Number(Reflect.get(Object(db.prepare('SELECT total_changes() AS n').get()), 'n'))

const ended = good(anObservation(someEndedFacts({ processed: 100 })))
const offline = bad({ kind: 'unreachable', cause: 'timeout', reason: '', mayHaveArrived: true } as const)

describe('the watcher', () => {
  it('announces an ending once, however often it is seen', () => {
    const { watcher, announced, board, ref } = aWatcher()
    for (let time = 0; time < 3; time += 1) watcher.receive(ref, ended)
    expect(announced.map(notice => notice.title)).toEqual(['Enrichment finished'])
    expect(board.parts().notices).toHaveLength(1)
  })

  it('never announces trouble as a failure, and the ending after it all the same', () => {
    const { watcher, announced, ref } = aWatcher()
    watcher.receive(ref, offline)
    watcher.receive(ref, bad({ kind: 'not-found', said: null }))
    expect(announced).toEqual([])
    watcher.receive(ref, ended)
    expect(announced).toHaveLength(1)
  })

  it('drops the answer about a job that was forgotten meanwhile', () => {
    const { watcher, announced, board, ref } = aWatcher()
    board.dropJobs([ref])
    watcher.receive(ref, ended)
    expect(announced).toEqual([])
    expect(board.job(ref)).toBeUndefined()
  })

  it('has written a notice down before it is shown', () => {
    const { watcher, journal, announced, ref } = aWatcher()
    watcher.receive(ref, ended)
    expect(journal.notices.untold().map(notice => notice.id)).toEqual(announced.map(notice => notice.id))
  })

  it('writes nothing when nothing changed', () => {
    const { watcher, db, ref } = aWatcher()
    const running = good(anObservation(someFacts(), { source: 'status' }))
    watcher.receive(ref, running)
    watcher.flush()
    const before = changes(db)
    watcher.receive(ref, running)
    watcher.flush()
    expect(changes(db)).toBe(before)
  })

  it('writes nothing when a detail of twenty thousand errors comes again as it was', () => {
    const { watcher, db, ref } = aWatcher()
    const errors = Array.from({ length: 20_000 }, (_, index) => anIssue({ entityKey: `SKU-${index}` }))
    const deep = () => good(anObservation(someFacts({ errorsListed: 20_000 }), { detail: { errors: [...errors] } }))
    watcher.receive(ref, deep())
    watcher.flush()
    const before = changes(db)
    watcher.receive(ref, deep())
    watcher.flush()
    expect(changes(db)).toBe(before)
  })

  it('E44: drops at the first good look what was kept under the id before', () => {
    const { watcher, journal, board, ref } = aWatcher()
    watcher.receive(ref, good(anObservation(someFacts(), { detail: { errors: [anIssue()], metadata: { shop: 1 } } })))
    watcher.flush()
    expect(journal.details.read(ref)).toMatchObject({ metadata: { shop: 1 } })
    board.putJobs([anUnseenJob()])
    watcher.receive(ref, good(anObservation(someFacts(), { source: 'status' })))
    watcher.flush()
    expect(journal.details.read(ref)).toBeNull()
    watcher.receive(ref, good(anObservation(someFacts(), { detail: { warnings: [] } })))
    watcher.flush()
    expect(journal.details.read(ref)).toMatchObject({ errors: [], metadata: null })
  })

  it('drops the answer to an older question than the one that was answered last (faults 22, 23)', async () => {
    const { watcher, announced, board, clock, ref } = aWatcher()
    await clock.pass(5_000)
    watcher.receive(ref, ended, 4_000)
    watcher.receive(ref, good(anObservation(someFacts({ processed: 60 }))), 3_999)
    watcher.receive(ref, offline, 3_999)
    expect(board.job(ref)).toMatchObject({ job: { outcome: 'succeeded', epoch: 0 }, fault: null })
    watcher.receive(ref, ended, 5_000)
    expect(announced).toHaveLength(1)
  })

  it('tells a start only to those who ask for it', () => {
    const starts = (isOn: boolean) => {
      const { watcher, board, journal, announced, ref } = aWatcher()
      board.put({ settings: { ...defaultSettings, notify: { ...defaultSettings.notify, started: isOn } } })
      board.putJobs([aWatchedJob({ job: aJob({ phase: 'queued', status: 'pending' }) })])
      watcher.receive(ref, good(anObservation(someFacts())))
      return [announced.map(({ kind }) => kind), journal.notices.newest(9).length]
    }
    expect([starts(true), starts(false)]).toEqual([
      [['started'], 1],
      [[], 0],
    ])
  })

  it.each([true, false])('E40: tells why a job failed only to a person who wants that: %s', tellReasons => {
    const { watcher, board, announced, ref } = aWatcher()
    board.put({ settings: { ...defaultSettings, tellReasons } })
    const facts = someEndedFacts({ status: 'failed', outcome: 'failed', errorMessage: 'The file is cut short.' })
    watcher.receive(ref, good(anObservation(facts)))
    expect(announced.map(({ body }) => body.includes('“The file is cut short.”'))).toEqual([tellReasons])
  })

  it('tells a stall, and when the job moves again calls it seen and takes it off the screen', async () => {
    const { watcher, announced, withdrawn, board, journal, clock, ref } = aWatcher()
    const still = good(anObservation(someFacts({ processed: 40 })))
    watcher.receive(ref, still)
    await clock.pass(600_000)
    watcher.receive(ref, still)
    watcher.receive(ref, still)
    expect(announced.map(({ kind, seen }) => [kind, seen])).toEqual([['stalled', false]])
    expect(board.job(ref)?.stalledSince).toBe('2026-03-02T12:00:00.000Z')
    expect(withdrawn).toEqual([])
    watcher.receive(ref, good(anObservation(someFacts({ processed: 41 }))))
    expect(board.job(ref)?.stalledSince).toBeNull()
    expect([board.parts().notices, journal.notices.newest(9)].map(list => list.map(({ seen }) => seen))).toEqual([
      [true],
      [true],
    ])
    expect(announced).toHaveLength(1)
    expect(withdrawn).toEqual(announced.map(({ id }) => id))
  })
})
