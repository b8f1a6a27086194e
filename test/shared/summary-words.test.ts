import { expect, it } from 'vitest'
import { snoozeEnd } from '../../src/shared/snooze'
import { digestWords, summaryWords } from '../../src/shared/summary-words'
import { aNotice } from '../support/builders'

const ended = (many: number, outcome: 'succeeded' | 'failed') =>
  Array.from({ length: many }, () => aNotice({ outcome }))

it('a summary of endings counts them by how they ended', () => {
  expect(summaryWords([...ended(7, 'failed'), ...ended(30, 'succeeded')])).toEqual({
    title: '37 more jobs ended',
    body: '30 finished, 7 failed',
  })
})

it('a summary of many kinds has a line for each', () => {
  const others = (['stalled', 'stalled', 'failure-rate', 'connection'] as const).map(kind =>
    aNotice({ kind, outcome: null }),
  )
  expect(summaryWords([...ended(1, 'failed'), ...others])).toEqual({
    title: '5 more notices',
    body: '1 job ended: 1 failed\n1 job with many failures\n2 jobs stalled\n1 connection not being watched',
  })
})

it('a digest names a few and counts many', () => {
  expect(digestWords([aNotice({ title: 'Crawl failed' }), aNotice({ title: 'Import finished' })]).body).toBe(
    'Crawl failed\nImport finished',
  )
  expect(digestWords(ended(4, 'failed'))).toEqual({ title: 'While you were away', body: '4 jobs ended: 4 failed' })
})

it('a snooze ends in an hour, or at 8 in the morning of the next day, also over the end of a month', () => {
  const now = new Date(2026, 4, 31, 23, 59)
  expect([snoozeEnd('hour', now), snoozeEnd('tomorrow', now)]).toEqual([
    new Date(2026, 5, 1, 0, 59).toISOString(),
    new Date(2026, 5, 1, 8).toISOString(),
  ])
})
