import { describe, expect, it } from 'vitest'
import { good } from '../../../src/shared/fault'
import { aWatcher } from '../../support/a-watcher'
import { anIssue, anObservation, someEndedFacts, someFacts } from '../../support/builders'

const ended = good(anObservation(someEndedFacts({ processed: 100 })))

describe('the watcher in trouble', () => {
  it('on a full disk holds no more than a page of each list back', async () => {
    const { watcher, db, journal, clock, ref } = aWatcher()
    const errors = Array.from({ length: 20_000 }, (_, index) => anIssue({ entityKey: `SKU-${index}` }))
    db.exec('PRAGMA max_page_count = 1')
    watcher.receive(ref, good(anObservation(someFacts(), { detail: { errors } })))
    watcher.flush()
    db.exec('PRAGMA max_page_count = 100000')
    await clock.pass(5_000)
    expect(journal.details.read(ref)).toMatchObject({ errorCount: 500, errors: { 0: { entityKey: 'SKU-19999' } } })
  })

  it('on a full disk keeps the ending back, says so, and tells it once there is room', () => {
    const { watcher, db, board, announced, troubles, ref } = aWatcher()
    db.exec('PRAGMA max_page_count = 1')
    const large = { details: { text: 'x'.repeat(20_000) } }
    const issue = {
      entityKey: 'k',
      entityType: 't',
      errorType: 'e',
      message: 'm',
      step: null,
      timestamp: null,
      ...large,
    }
    watcher.receive(ref, good(anObservation(someEndedFacts(), { detail: { errors: [issue] } })))
    expect(announced).toEqual([])
    expect(String(troubles[0])).toMatch(/full/)
    expect(board.parts().banners.map(banner => banner.id)).toEqual(['disk'])
    expect(board.job(ref)?.job?.outcome).toBe('succeeded')

    db.exec('PRAGMA max_page_count = 100000')
    watcher.receive(ref, ended)
    expect(announced).toHaveLength(1)
    expect(board.parts().banners).toEqual([])
  })

  it('on a full disk keeps the word about a lost key back, and tells it once there is room', () => {
    const { watcher, db, board, announced, ref } = aWatcher()
    db.exec('PRAGMA query_only = ON')
    watcher.connectionFault('c1', { kind: 'unauthorized', said: null })
    expect([announced, board.parts().banners.map(({ id }) => id)]).toEqual([[], ['disk']])
    db.exec('PRAGMA query_only = OFF')
    watcher.receive(ref, ended)
    expect(announced.map(({ kind }) => kind)).toEqual(['ended', 'connection'])
    expect(board.parts().banners).toEqual([])
  })

  it('tells once that a connection lost its key, and again only when it was lost again', async () => {
    const { watcher, board, announced, clock } = aWatcher()
    const refused = { kind: 'unauthorized', said: null } as const
    for (let time = 0; time < 5; time += 1) watcher.connectionFault('c1', refused)
    expect(announced).toHaveLength(1)
    expect(board.connection('c1')?.fault?.fault.kind).toBe('unauthorized')
    watcher.connectionFault('c1', null)
    await clock.pass(1_000)
    watcher.connectionFault('c1', refused)
    expect(announced).toHaveLength(2)
  })

  it('does not tell again after a restart what was told before and never got better', () => {
    const first = aWatcher()
    const locked = { kind: 'no-key', why: 'locked' } as const
    first.watcher.connectionFault('c1', locked)
    const second = aWatcher()
    second.board.addNotices(first.announced)
    second.watcher.connectionFault('c1', locked)
    expect([first.announced.length, second.announced.length]).toEqual([1, 0])
    expect(second.board.connection('c1')?.fault?.fault.kind).toBe('no-key')
  })
})
