import { expect, test } from 'vitest'
import { leftOutSentence, lineName, rowsLeftOut } from '../../../../src/renderer/post/many/left-out'

const at = (line: number, lastLine = line, rows = 1) => ({ line, lastLine, rows, why: 'x' })

test.each([
  [[at(4)], '1 row is left out: line 4.'],
  [[at(3, 7, 5)], '5 rows are left out: lines 3 to 7.'],
  [[at(3, 4)], '1 row is left out: lines 3 to 4.'],
  [[at(2), at(3), at(4), at(9)], '4 rows are left out: lines 2 to 4 and 9.'],
  [[2, 4, 6, 8, 10, 12].map(line => at(line)), '6 rows are left out: lines 2, 4, 6, 8 and 2 more places.'],
  [[at(1_002)], '1 row is left out: line 1,002.'],
])('the rows left out are counted and named by their lines: %j', (bad, sentence) => {
  expect(leftOutSentence(bad)).toBe(sentence)
})

test('a place where a quote swallowed rows counts all of them, and names its first line and its last', () => {
  expect(rowsLeftOut([at(3, 7, 5), at(9)])).toBe(6)
  expect(lineName(at(3, 7, 5))).toBe('Lines 3 to 7')
  expect(lineName({ line: 9, why: 'x' })).toBe('Line 9')
})
