import { expect, test } from 'vitest'
import { decidedOf, postHeading, titleWithKey } from '../../../../src/renderer/post/outbox/run-words'

test('an unknown post of a run is not counted as done', () => {
  const counts = { waiting: 60, sending: 0, sent: 231, refused: 5, unknown: 1, dropped: 3 }
  expect(decidedOf(counts)).toEqual({ decided: 239, total: 300 })
})

test('a post of a run is headed by the key of its item', () => {
  const issue = { entityKey: 'SKU-1042', errorType: 'gap', message: 'No colour' }
  const content = (input: object) => ({ kind: 'progress', jobId: 'crawl-1', input }) as const
  expect(postHeading({ runId: 'run', content: content({ error: issue }) })).toBe('SKU-1042: an error')
  expect(postHeading({ runId: 'run', content: content({ warning: issue }) })).toBe('SKU-1042: a warning')
  expect(postHeading({ runId: 'run', content: content({ stage: 'a' }) })).toBe('Stage “a”')
  expect(postHeading({ runId: null, content: content({ error: issue }) })).toBe('An error')
})

test('a report of an error names its item after the rest', () => {
  const input = { processedItems: 7, error: { entityKey: 'SKU-1042', errorType: 'gap', message: 'No colour' } }
  expect(titleWithKey({ kind: 'progress', jobId: 'crawl-1', input })).toBe('7 processed, an error: SKU-1042')
  expect(titleWithKey({ kind: 'progress', jobId: 'crawl-1', input: { stage: 'a' } })).toBe('Stage “a”')
})
