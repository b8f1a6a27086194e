import { expect, test } from 'vitest'
import { repeatedSentence } from '../../../../src/renderer/post/many/repeated-names'
import { readTable } from '../../../../src/renderer/post/many/table'

const row = (sku: string) => `{"sku":"${sku}","message":"Lost."}`

test('an entry of a list that has a field twice is named, and taken as JSON takes it: the last one', () => {
  const table = readTable(`[${row('A')}, {"sku":"B","message":"Lost.","\\u0073ku":"C"}, ${row('D')}]`)
  expect(table.rows.map(({ cells }) => cells.sku)).toEqual(['A', 'C', 'D'])
  expect(table.repeated && repeatedSentence(table.repeated, table.places)).toBe(
    'Entry 2 has the field “sku” more than once: the last one is taken.',
  )
})

test('of JSON lines the line is named, and how many more there are', () => {
  const twice = '{"sku":"A","details":{"url":1,"url":2,"url":3}}'
  const table = readTable(`${row('A')}\n\n${twice}\n{"sku":\n${twice}`)
  expect(table.repeated && repeatedSentence(table.repeated, table.places)).toBe(
    'Line 3 has the field “url” more than once: the last one is taken. So it is with 1 more.',
  )
})

test('a name that stands in several objects, or in a text, is not repeated', () => {
  const list = `[{"sku":"sku","details":{"sku":["sku","sku",{"sku":"{\\"sku\\":1,\\"sku\\":2}"}]}},${row('sku')}]`
  expect(readTable(list).repeated).toBeUndefined()
  expect(readTable(`${row('A')}\n${row('A')}`).repeated).toBeUndefined()
})

test('a text of many megabytes, with quotes and backslashes in it, is passed over as one', () => {
  const long = JSON.stringify('plain '.repeat(2_000_000) + '\\"'.repeat(2_000_000))
  const table = readTable(`[{"sku":${long},"message":"Lost."},{"sku":"A\\\\","sku":"B"}]`)
  expect(table.rows).toHaveLength(2)
  expect(table.repeated).toEqual({ first: { line: 2, name: 'sku' }, many: 1 })
})
