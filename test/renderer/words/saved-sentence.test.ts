import { expect, test } from 'vitest'
import { savedSentence } from '../../../src/renderer/words/saved-sentence'

test('a person is told when a file does not hold all places, and what helps', () => {
  const answer = { written: 100_000, file: '/there/items.csv' }
  expect(savedSentence({ ...answer, isCut: false })).toBe('100,000 lines saved in /there/items.csv.')
  expect(savedSentence({ ...answer, isCut: true })).toMatch(/^Not all places are saved: .* type more of the key/)
})
