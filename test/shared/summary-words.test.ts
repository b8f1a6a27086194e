import { expect, it } from 'vitest'
import { snoozeEnd } from '../../src/shared/snooze'
import { digestWords, summaryWords } from '../../src/shared/summary-words'
import { aNotice } from '../support/builders'

const ended = (many: number, outcome: 'succeeded' | 'failed') =>
  Array.from({ length: many }, () => aNotice({ outcome }))

const nameOf = () => 'Outfitters'

it('a summary of endings counts them by how they ended, and names the worst of them', () => {
  const jobs = ['a-11aa', 'a-22bb'].map(jobId => aNotice({ outcome: 'failed', ref: { connectionId: 'c1', jobId } }))
  const part = aNotice({ title: 'Crawl partly finished', outcome: 'partial' })
  expect(summaryWords([part, ...jobs, ...ended(30, 'succeeded')], nameOf)).toEqual({
    title: '33 more jobs ended',
    body: [
      '30 finished, 1 partly finished, 2 failed',
      'Enrichment failed · 11aa · Outfitters',
      'Enrichment failed · 22bb · Outfitters',
      'Crawl partly finished · 5f2c81d0 · Outfitters',
    ].join('\n'),
  })
})

it('a summary says how many more there are of what it cannot name', () => {
  expect(summaryWords(ended(7, 'failed'), nameOf).body.split('\n').slice(3)).toEqual([
    'Enrichment failed · 5f2c81d0 · Outfitters',
    'and 4 more, in the inbox',
  ])
})

it('a summary of many kinds has a line for each', () => {
  const others = (['stalled', 'stalled', 'failure-rate'] as const).map(kind => aNotice({ kind, outcome: null }))
  const lost = aNotice({ kind: 'connection', outcome: null, ref: null, title: 'Outfitters is not being watched' })
  expect(summaryWords([...ended(1, 'failed'), ...others, lost], nameOf)).toEqual({
    title: '5 more notices',
    body: [
      '1 job ended: 1 failed',
      '1 job with many failures',
      '2 jobs stalled',
      '1 connection not being watched',
      'Enrichment failed · 5f2c81d0 · Outfitters',
      'Outfitters is not being watched',
      'Enrichment failed · 5f2c81d0 · Outfitters',
      'and 2 more, in the inbox',
    ].join('\n'),
  })
})

it('a summary of first failures names them', () => {
  const first = aNotice({ kind: 'first-failure', outcome: null, title: 'Crawl has its first failure' })
  expect(summaryWords([first, first], nameOf)).toEqual({
    title: '2 more jobs with first failures',
    body: Array.from({ length: 2 }, () => 'Crawl has its first failure · 5f2c81d0 · Outfitters').join('\n'),
  })
})

it('a digest names a few and counts many', () => {
  const few = [aNotice({ title: 'Crawl failed' }), aNotice({ title: 'Import finished', outcome: 'succeeded' })]
  expect(digestWords(few, nameOf).body).toBe(
    'Crawl failed · 5f2c81d0 · Outfitters\nImport finished · 5f2c81d0 · Outfitters',
  )
  expect(digestWords(ended(4, 'succeeded'), nameOf)).toEqual({
    title: 'While you were away',
    body: '4 jobs ended: 4 finished',
  })
})

it('a summary fits a notification of three hundred signs, whatever the types are called', () => {
  const long = aNotice({ title: `${'Very long '.repeat(9)}failed`, outcome: 'failed' })
  const { body } = summaryWords(
    [...Array.from({ length: 40 }, () => long), ...ended(1_000, 'succeeded')],
    () => 'Outfitters sandbox',
  )
  expect(body.length).toBeLessThanOrEqual(300)
})

it('a snooze ends in an hour, or at 8 in the morning of the next day, also over the end of a month', () => {
  const now = new Date(2026, 4, 31, 23, 59)
  expect([snoozeEnd('hour', now), snoozeEnd('tomorrow', now)]).toEqual([
    new Date(2026, 5, 1, 0, 59).toISOString(),
    new Date(2026, 5, 1, 8).toISOString(),
  ])
})
