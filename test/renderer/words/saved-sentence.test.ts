import { expect, test } from 'vitest'
import { exportedSentence, progressSentence, savedSentence } from '../../../src/renderer/words/saved-sentence'

test('a person is told when a file does not hold all places, and what helps', () => {
  const answer = { written: 100_000, file: '/there/items.csv' }
  expect(savedSentence({ ...answer, isCut: false })).toBe('100,000 lines saved in /there/items.csv.')
  expect(savedSentence({ ...answer, isCut: true })).toMatch(/^Not all places are saved: .* type more of the key/)
})

test.each([
  ['read', 'Reading the lists of 3,800 jobs…'],
  ['look', '1,200 of 5,000 jobs looked at…'],
  ['jobs', '1,200 of 5,000 jobs written…'],
  ['keys', '1,200 of 5,000 keys looked up…'],
  ['entries', '1,200 of 5,000 written…'],
] as const)('how far a file is reads for %j %j', (step, said) => {
  expect(progressSentence({ id: 'a', step, done: 1_200, total: 5_000 })).toBe(said)
})

test('one key is not counted while it is looked up', () => {
  expect(progressSentence({ id: 'a', step: 'keys', done: 0, total: 1 })).toBe('Looking the key up…')
})

test.each([
  ['csv', 1, '1 entry saved in /there/a.csv.'],
  ['keys', 1_204, '1,204 keys saved in /there/a.csv.'],
  ['copy', 1_204, '1,204 keys copied.'],
  ['copy', 0, 'None of these entries has a key, so nothing was copied.'],
] as const)('what was saved as %j, %j of them, reads %j', (form, written, said) => {
  expect(exportedSentence(form, { file: '/there/a.csv', written })).toBe(said)
})
