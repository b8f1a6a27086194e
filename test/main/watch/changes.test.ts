import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../../src/main/watch/changes'
import { connectionNotice, noticesFor } from '../../../src/main/watch/notices'
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

  it('E13: sees a job run again, and its next ending as another one', () => {
    const again = aWatchedJob({ job: aJob({ epoch: 1 }) })
    expect(changesBetween(ended, again)).toEqual([{ kind: 'reopened', epoch: 1 }])
    expect(changesBetween(again, aWatchedJob({ job: anEndedJob({ epoch: 1 }) }))).toEqual([
      { kind: 'ended', outcome: 'succeeded', epoch: 1 },
    ])
  })

  it('sees a job that ran again and ended between two looks', () => {
    const kinds = changesBetween(ended, aWatchedJob({ job: anEndedJob({ epoch: 1, outcome: 'failed' }) }))
    expect(kinds.map(change => change.kind)).toEqual(['reopened', 'ended'])
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

  it('says nothing when a job runs again', () => {
    expect(noticesFor([{ kind: 'reopened', epoch: 1 }], running, 'Outfitters')).toEqual([])
  })

  it('says of a connection what is wrong and what to do', () => {
    const notice = connectionNotice(aConnection(), { kind: 'unauthorized', said: null }, '2026-03-02T12:00:00Z')
    expect(notice.title).toBe('Outfitters is not being watched')
    expect(notice.body).toMatch(/key was refused/)
  })
})
