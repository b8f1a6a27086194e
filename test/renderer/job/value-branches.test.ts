import { expect, test } from 'vitest'
import { branchesOf, leafText, summaryOf } from '../../../src/renderer/job/value-branches'

test('a list counts from one, and what is past the hundredth is only counted', () => {
  const { branches, more } = branchesOf(Array.from({ length: 150 }, (_, index) => index))
  expect(branches[0]).toEqual(['1', 0])
  expect([branches.length, more]).toEqual([100, 50])
})

test('plain and empty values cannot be opened', () => {
  expect([null, 'x', 7, [], {}].map(summaryOf)).toEqual([null, null, null, null, null])
  expect([[1], { a: 1, b: 2 }].map(summaryOf)).toEqual(['1 entry', '2 entries'])
})

test.each([
  [null, 'null', true],
  ['', 'empty', true],
  [[], 'empty list', true],
  [{}, 'empty object', true],
  [false, 'false', false],
  [0, '0', false],
  ['0', '0', false],
])('%o reads as a value', (value, text, quiet) => expect(leafText(value)).toEqual({ text, quiet }))
