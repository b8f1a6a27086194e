import { expect, test } from 'vitest'
import { foundSentence } from '../../../src/renderer/words/found-sentence'
import type { ItemAnswer } from '../../../src/shared/issues'
import type { ItemQuery } from '../../../src/shared/item-query'

const one = { keys: ['SKU-1'], connectionId: null, jobType: null }
const two = { ...one, keys: ['SKU-1', 'lost'] }
const none = { places: [], total: 0, atLeast: false, unread: 0, missing: [] }

test.each<[ItemAnswer, ItemQuery, string]>([
  [none, one, 'No watched job names “SKU-1” or anything that begins like it.'],
  [{ ...none, total: 1 }, one, 'Named in 1 place.'],
  [{ ...none, total: 2_000, atLeast: true }, one, 'Named in at least 2,000 places.'],
  [{ ...none, total: 2 }, { ...one, list: 'warnings' }, 'Warned in 2 places.'],
  [none, two, 'No watched job names any of these 2 keys.'],
  [{ ...none, total: 3, missing: ['lost'] }, two, '1 of 2 keys are named, in 3 places.'],
  [{ ...none, total: 3, missing: ['lost'] }, { ...two, list: 'errors' }, '1 of 2 keys failed, in 3 places.'],
  [none, { ...one, list: 'errors' }, 'No job of this choice names “SKU-1” or anything that begins like it.'],
  [{ ...none, unread: 12, total: 3 }, one, 'Named in 3 places. The lists of 12 more jobs are still being read in.'],
  [{ ...none, unread: 1, total: 3 }, one, 'Named in 3 places. The lists of 1 more job are still being read in.'],
  // What nobody has looked at yet is not said to be nowhere.
  [{ ...none, unread: 1_200 }, one, 'Reading the lists of 1,200 jobs…'],
  [{ ...none, unread: 1, missing: two.keys }, two, 'Reading the lists of 1 job…'],
])('%j is told in one sentence', (answer, query, sentence) => {
  expect(foundSentence(answer, query)).toBe(sentence)
})

test('nothing is said to be named nowhere where only the first of many places were looked at', () => {
  const crawl = { jobType: 'crawl' }
  expect(foundSentence({ ...none, atLeast: true }, { ...one, ...crawl })).toMatch(/type more of the key, or save/)
  expect(foundSentence({ ...none, atLeast: true }, { ...two, ...crawl })).toMatch(/save the answer to see all\.$/)
})
