import { expect, test } from 'vitest'
import { foreignSentence } from '../../../src/renderer/words/foreign-ids'

const uuid = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'

test.each([
  [[uuid], /^This is a UUID, as Retailgrid job ids are, but this is a MerchantOps connection\./],
  [['crawl-77aa12bb', uuid], /^1 id of 2 is a UUID, /],
  [[uuid, uuid.replace('3', '4'), 'crawl-1'], /^2 ids of 3 are UUIDs, /],
])('UUIDs under MerchantOps are asked about: %j', (ids, question) => {
  expect(foreignSentence('merchantops', ids)).toMatch(question)
})

test('ids of the vendor’s own shape, and UUIDs under Retailgrid, are not', () => {
  expect(foreignSentence('merchantops', ['enrichment-5f2c81d0', 'a'])).toBeNull()
  expect(foreignSentence('retailgrid', [uuid])).toBeNull()
})
