import { expect, test } from 'vitest'
import { checkRows } from '../../../../src/renderer/post/many/checked-rows'
import { guessMapping } from '../../../../src/renderer/post/many/mapping'
import { suspectSentence } from '../../../../src/renderer/post/many/swallowed'
import { readTable, uselessBecause } from '../../../../src/renderer/post/many/table'

const heading = 'sku,error_type,message'
const good = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `SKU-${from + index},gap,"No colour, no size"`)
const file = (...rows: readonly string[]) => [heading, ...rows].join('\n')

test.each([
  [
    'with rows that quote after it',
    file(...good(1, 4), 'SKU-5,bad,"unclosed', ...good(6, 45)),
    /^Line 6 opens a quote that ends only in line 7/,
  ],
  [
    'with none',
    file('SKU-1,gap,x', 'SKU-5,bad,"unclosed', 'SKU-6,gap,y'),
    /^Line 3 opens a quote that is never closed/,
  ],
  ['in the last row', file('SKU-1,gap,x', 'SKU-5,bad,"'), /^Line 3 opens a quote that is never closed/],
  [
    'closed hundreds of lines on',
    file('SKU-1,gap,"x', ...Array(300).fill('y'), 'z"'),
    /^Line 2 opens .* only in line 303/,
  ],
])('a quote left open, %s, makes nothing ready to post, and names its line', (_what, text, why) => {
  const table = readTable(text)
  expect(uselessBecause(text, table)).toMatch(why)
  expect(table.rows).toEqual([])
})

test('rows swallowed by a quote that a later row happens to close are named, not posted as one message', () => {
  const table = readTable(file('SKU-1,gap,"open', 'SKU-2,gap,a', 'SKU-3,gap,b', 'SKU-4,gap,5"', 'SKU-5,gap,c'))
  const { inputs, bad } = checkRows(table, guessMapping(table.columns), 'error')
  expect(inputs.map(({ error }) => error?.entityKey)).toEqual(['SKU-5'])
  expect(bad).toEqual([{ line: 2, lastLine: 5, rows: 4, why: expect.stringContaining('line 5') }])
})

test('a sample of rows within a message is taken too once a person says that it is meant so', () => {
  const table = readTable(file('A,gap,x', 'B,gap,"Two bad rows:', 'C,gap,a', 'D,gap,b', 'end"', 'E,gap,y'))
  const mapping = guessMapping(table.columns)
  expect(checkRows(table, mapping, 'error').inputs.map(({ error }) => error?.entityKey)).toEqual(['A', 'E'])
  const { inputs, bad } = checkRows(table, mapping, 'error', true)
  expect(inputs.map(({ error }) => error?.message)).toEqual(['x', 'Two bad rows:\nC,gap,a\nD,gap,b\nend', 'y'])
  expect(bad).toEqual([])
})

test('what is doubted can be looked at even where there is nothing else', () => {
  const text = file('B,gap,"Two bad rows:', 'C,gap,a', 'D,gap,b', 'end"')
  expect(uselessBecause(text, readTable(text))).toBeNull()
})

test('a message of several lines, with commas in them, is one row', () => {
  const stack = 'Upload failed\n  at send (a.ts:1)\n  at run (b.ts:2), called by c\n  at main'
  const table = readTable(file(`SKU-1,gap,"${stack}"`, 'SKU-2,gap,x'))
  expect(table.rows.map(({ cells }) => cells.message)).toEqual([stack, 'x'])
  expect(table.bad).toEqual([])
})

const twoColumns = (...rows: readonly string[]) => readTable(['sku,message', ...rows].join('\n'))
const caution = (table: ReturnType<typeof readTable>) =>
  table.suspects === undefined ? null : suspectSentence(table.suspects)

test('forty rows of two columns that one quote has swallowed are one row, and a sentence names its line', () => {
  const swallowed = Array.from({ length: 38 }, (_, index) => `SKU-${index + 2},No colour`)
  const table = twoColumns('SKU-1,"No size', ...swallowed, 'SKU-40,13"', 'SKU-41,x')
  expect(table.rows.map(({ line }) => line)).toEqual([2, 42])
  expect(table.bad).toEqual([])
  expect(caution(table)).toMatch(/^The quote in line 2 ends only in line 41, and the lines between look like rows/)
})

test('of three columns too, where what is between is not rows alone', () => {
  const table = readTable(file('SKU-1,gap,"open', 'SKU-2,gap,a', 'prose', 'SKU-4,gap,b"', 'SKU-5,gap,c'))
  expect(table.rows).toHaveLength(2)
  expect(caution(table)).toMatch(/^The quote in line 2 ends only in line 5/)
})

test.each([
  ['the last cell', 'product,A-1,x,"19 inch', 'product,A-2,x,21"', 'product,A-3,x,ok'],
  ['a cell between', 'product,"A-1,x,19', 'product,A-2",x,21', 'product,A-3,x,ok'],
])('one row alone that a quote in %s has swallowed is pointed out, and left to the person', (_what, ...rows) => {
  const table = readTable(['entity_type,sku,error_type,message', ...rows].join('\n'))
  expect(table.rows.map(({ line }) => line)).toEqual([2, 4])
  expect(caution(table)).toMatch(
    /^The quote in line 2 ends only in line 3, which looks like a row of its own: it is posted/,
  )
})

test('of two columns too, where no space follows its comma', () => {
  expect(caution(twoColumns('A,"19 inch', 'B,21"', 'C,ok'))).toMatch(/^The quote in line 2 ends only in line 3/)
})

test('how many more there are is said once', () => {
  const table = twoColumns('A,"x', 'B,y', 'C,z"', 'D,"x', 'E,y', 'F,z"', 'G,"x', 'H,y', 'I,z"')
  expect(caution(table)).toMatch(/line 2 ends only in line 4.* So it is with 2 more\.$/)
})

test.each([
  ['one line alone could be a row', 'A,"Upload failed\nat run, called by c\nat main"'],
  ['the last line has fewer commas than a row', 'A,"Upload failed\nat main"'],
  ['no line could be a row', 'A,"Upload failed\nat send\nat main"'],
  ['it is one line', 'A,"No colour, no size"'],
])('nothing is said of a quoted text where %s', (_what, row) => {
  expect(caution(twoColumns(row, 'B,y'))).toBeNull()
})
