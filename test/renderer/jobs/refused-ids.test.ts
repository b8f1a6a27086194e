import { expect, test } from 'vitest'
import { notRefused } from '../../../src/renderer/jobs/refused-ids'

const refused = { connectionId: 'grid', ids: new Set(['crawl-1', 'crawl-2']) }

test('what a connection refused is not offered to it again, what was corrected is', () => {
  expect(notRefused(['crawl-1', 'corrected', 'crawl-2'], 'grid', refused)).toEqual(['corrected'])
})

test('another connection may take it', () => {
  expect(notRefused(['crawl-1'], 'merchant', refused)).toEqual(['crawl-1'])
  expect(notRefused(['crawl-1'], 'grid', null)).toEqual(['crawl-1'])
})
