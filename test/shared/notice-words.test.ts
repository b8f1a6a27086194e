import { describe, expect, it } from 'vitest'
import { endingNotice, failureRateWords } from '../../src/shared/notice-words'
import { aJob, anEndedJob } from '../support/builders'

describe('the notice of an ending', () => {
  it('has the type, the outcome, the counts, the short id and the connection', () => {
    const job = anEndedJob({ jobType: 'crawl', outcome: 'partial', processed: 88, failed: 12 })
    expect(endingNotice(job, 'crawl-5f2c81d0', 'Outfitters')).toEqual({
      title: 'Crawl partly finished',
      body: '88 of 100 items, 12 failed\n5f2c81d0 · Outfitters',
    })
  })

  it('says so when nothing was processed', () => {
    const job = anEndedJob({ processed: 0, total: 40_000 })
    expect(endingNotice(job, 'x-5f2c81d0', 'Outfitters').body).toBe(
      'Nothing was processed: 0 of 40,000 items\n5f2c81d0 · Outfitters',
    )
  })

  it('E40: says that no counts were reported, and carries no message of the server', () => {
    const job = anEndedJob({
      total: null,
      processed: null,
      failed: null,
      warned: null,
      outcome: 'failed',
      errorMessage: 'customer 4711 owes 10 €',
      lastMessage: 'customer 4711 owes 10 €',
    })
    const notice = endingNotice(job, 'x', 'Outfitters')
    expect(notice.body).toMatch(/^No counts reported\n/)
    expect(JSON.stringify(notice)).not.toContain('4711')
  })

  it('E40: carries the server’s reason for a failure when a person wants that, on one line and not too long', () => {
    const body = (errorMessage: string | null, outcome: 'failed' | 'succeeded' = 'failed') =>
      endingNotice(anEndedJob({ outcome, errorMessage }), 'x-5f2c81d0', 'Outfitters', true).body.split('\n')
    expect(body('The file\n  is cut short.')).toEqual([
      '100 of 100 items',
      '“The file is cut short.”',
      '5f2c81d0 · Outfitters',
    ])
    const uncounted = anEndedJob({ processed: null, total: null, outcome: 'failed', errorMessage: 'No.' })
    expect(endingNotice(uncounted, 'x-5f2c81d0', 'Outfitters', true).body).toBe('“No.”\n5f2c81d0 · Outfitters')
    expect(body('x'.repeat(500))[1]).toBe(`“${'x'.repeat(119)}…”`)
    expect([body(' '), body(null), body('odd', 'succeeded')].map(lines => lines.length)).toEqual([2, 2, 2])
  })
})

it('a failure rate below ten percent is told to a tenth', () => {
  const words = failureRateWords(aJob({ processed: 971, failed: 29 }), 'x-5f2c81d0', 'Outfitters', 0.029, 0.0008)
  expect([words.title, words.body.split('\n')[0]]).toEqual([
    'Enrichment: 2.9 % of the items fail',
    '<0.1 % is usual for this type',
  ])
})
