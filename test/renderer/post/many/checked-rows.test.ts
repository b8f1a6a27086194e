import { describe, expect, test } from 'vitest'
import { checkRows, guessKind, untypedSentence } from '../../../../src/renderer/post/many/checked-rows'
import { leftOutSentence, lineName } from '../../../../src/renderer/post/many/left-out'
import { chooseFirst, guessMapping } from '../../../../src/renderer/post/many/mapping'
import { readTable, uselessBecause } from '../../../../src/renderer/post/many/table'
import { unsentCsv } from '../../../../src/renderer/post/many/unsent-file'
import type { ProgressInput } from '../../../../src/shared/progress'

const checked = (text: string, kind: 'error' | 'warning' = 'error') => {
  const table = readTable(text)
  return checkRows(table, guessMapping(table.columns), kind)
}

const useless = (text: string) => uselessBecause(text, readTable(text))

test.each([
  [
    ['entity_key', 'error_type', 'message'],
    ['entity_key', 'error_type', 'message', null, null, null],
  ],
  [
    ['SKU', 'Code', 'Description', 'Step'],
    ['SKU', 'Code', 'Description', null, 'Step', null],
  ],
  [
    ['id', 'sku', 'type', 'entity type', 'text'],
    ['sku', 'type', 'text', 'entity type', null, null],
  ],
  [
    ['one', 'two'],
    [null, null, null, null, null, null],
  ],
])('the columns %j are taken for %j', (columns, taken) => {
  const { entityKey, errorType, message, entityType, step, details } = guessMapping(columns)
  expect([entityKey, errorType, message, entityType, step, details].map(source => source.column)).toEqual(taken)
})

describe('rows', () => {
  test('of CSV become errors, blank cells left out', () => {
    expect(checked('sku,type,message,step,details\nA-1,gap,No colour,,"{""n"":1}"\nA-2,gap,No size,upload,\n')).toEqual(
      {
        inputs: [
          { error: { entityKey: 'A-1', errorType: 'gap', message: 'No colour', details: { n: 1 } } },
          { error: { entityKey: 'A-2', errorType: 'gap', message: 'No size', step: 'upload' } },
        ],
        bad: [],
        untyped: 2,
      },
    )
  })

  test('of JSON lines become warnings, with numbers as keys and objects as details', () => {
    const text =
      '{"key": 7, "type": "gap", "message": "No colour", "details": {"n": 1}}\n\n{"key": 8}\n{"key": 9,}\n[1]'
    expect(checked(text, 'warning')).toEqual({
      inputs: [{ warning: { entityKey: '7', errorType: 'gap', message: 'No colour', details: { n: 1 } } }],
      bad: [
        { line: 3, why: 'Error type and Message missing.' },
        { line: 4, why: expect.stringContaining('Column 11') },
        { line: 5, why: expect.stringContaining('object') },
      ],
      untyped: 1,
    })
  })

  test('of a sheet with two columns of one name keep what is in the first, and the second can be chosen', () => {
    const text = 'sku,type,message,message, Message 2\nA,gap,No size,,x\n'
    expect(readTable(text).columns).toEqual(['sku', 'type', 'message', 'message 2', 'Message 2'])
    expect(checked(text)).toMatchObject({ inputs: [{ error: { message: 'No size' } }], bad: [] })
    expect(readTable('a,a,a 2,a\n1,2,3,4\n')).toMatchObject({
      columns: ['a', 'a 3', 'a 2', 'a 4'],
      rows: [{ cells: { a: '1', 'a 3': '2', 'a 2': '3', 'a 4': '4' } }],
    })
  })

  test('of a sheet that are empty are no rows', () => {
    expect(checked('sku,type,message\nA,gap,No size\n,,\n , ,\n"","",""\n')).toMatchObject({
      inputs: [{ error: { entityKey: 'A' } }],
      bad: [],
    })
  })

  test('of a JSON list are read too', () => {
    expect(checked('[{"key": "a", "type": "t", "message": "m"}, 7]')).toMatchObject({
      inputs: [{ error: { entityKey: 'a' } }],
      bad: [{ line: 2 }],
    })
  })

  test('of a JSON list are named by their place in it, whichever lines it is written on', () => {
    const text = '[\n  {\n    "key": "a", "type": "t", "message": "m"\n  },\n  {\n    "key": "b"\n  }\n]'
    const { bad } = checked(text)
    const { places } = readTable(text)
    expect(leftOutSentence(bad, places)).toBe('1 row is left out: entry 2.')
    expect(bad.map(one => lineName(one, places))).toEqual(['Entry 2'])
    expect(readTable('{"key": "a"}').places).toBe('line')
  })

  test('of a JSON list with one mistake are not read, and the mistake is named by its line and column', () => {
    const row = '{"key": "a", "type": "t", "message": "m"}'
    expect(useless(`\n[\n${row},\n]`)).toBe('This JSON list cannot be read: line 4, column 1. A value is missing.')
    expect(useless(`[${row}`)).toMatch(/line 1, column 43\. A comma or \] is missing\.$/)
    expect(useless(`\ufeff[${row}]`)).toBeNull()
  })

  test('of CSV may end in commas too many, as sheets write them, but not in more than is named', () => {
    expect(checked('sku,type,message\nA,gap,x,\nB,gap,y,, \nC,gap,z,,w\n')).toMatchObject({
      inputs: [{ error: { entityKey: 'A' } }, { error: { entityKey: 'B' } }],
      bad: [{ line: 4, why: 'It has 5 cells, but the first line names 3 columns.' }],
    })
  })

  test('with a number that is too long to be kept are never posted under another key', () => {
    const row = (sku: string) => `{"sku": ${sku}, "type": "gap", "message": "No size"}`
    const long = '12345678901234567890'
    expect(checked(`${row('7')}\n${row(long)}`)).toMatchObject({
      inputs: [{ error: { entityKey: '7' } }],
      bad: [{ line: 2, why: expect.stringContaining('Put it in double quotes.') }],
    })
    expect(useless(`[\n${row('7')},\n${row(long)}\n]`)).toMatch(/line 3, column 9\. This number is too long/)
    expect(checked(`[${row(`"${long}"`)}]`)).toMatchObject({ inputs: [{ error: { entityKey: long } }] })
  })

  test('that lack something, have too many cells or bad details are named by their lines', () => {
    const text = 'key,type,message,details\n,gap,x,\nA,gap,x,{\nB,gap,x,,too many\nC,gap,x,\n'
    const { inputs, bad } = checked(text)
    expect(inputs).toHaveLength(1)
    expect(bad.map(({ line }) => line)).toEqual([2, 3, 4])
    expect(bad.map(({ why }) => why)).toEqual([
      'Key missing.',
      expect.stringContaining('Details: Line 1, column 2'),
      'It has 5 cells, but the first line names 4 columns.',
    ])
  })

  test('may have the same text in every row', () => {
    const table = readTable('key,message\nA,x\n')
    const mapping = { ...guessMapping(table.columns), errorType: { column: null, fixed: ' gap ' } }
    expect(checkRows(table, mapping, 'error').inputs).toEqual([
      { error: { entityKey: 'A', errorType: 'gap', message: 'x' } },
    ])
  })
})

test('rows without an entity type are counted, and what that means is said before they are posted', () => {
  const { inputs, untyped } = checked('sku,entity_type,type,message\nA,product,gap,x\nB,,gap,x\n')
  expect(untyped).toBe(1)
  expect(untypedSentence(untyped, inputs.length, 'error')).toMatch(
    /^One row has no entity type: .* count no item as failed\.$/,
  )
  expect(untypedSentence(2, 2, 'warning')).toMatch(/^These have no entity type: .* warned\.$/)
})

test('warnings that were not sent are warnings again when their file is dropped', () => {
  const issue = { entityKey: 'Größe', errorType: 'gap', message: 'm' }
  const unsent = (input: ProgressInput) => ({ input, state: 'dropped', why: 'The run was stopped.' }) as const
  const kindOf = (...inputs: ProgressInput[]) => guessKind(readTable(unsentCsv(inputs.map(unsent))))
  expect(kindOf({ warning: issue }, { warning: issue })).toBe('warning')
  expect(kindOf({ error: issue })).toBe('error')
  expect(kindOf({ warning: issue }, { error: issue })).toBe('error')
  expect(guessKind(readTable('sku,type,message\nA,gap,m\n'))).toBe('error')
  // Without the mark a sheet takes the letters for others, and writes them back so.
  expect(unsentCsv([unsent({ warning: issue })]).startsWith('\ufeff')).toBe(true)
})

test('what was not sent is a file that can be dropped again', () => {
  const input = { error: { entityKey: 'A,1', errorType: 'gap', message: 'say "hi"', details: { n: 1 } } }
  const text = unsentCsv([{ input, state: 'dropped', why: 'The run was stopped.' }])
  expect(checked(text).inputs).toEqual([input])
  expect(readTable(text).rows[0]?.cells).toMatchObject({ kind: 'error', state: 'dropped', why: 'The run was stopped.' })
})

test.each([
  [['message'], 'First say which column holds the key and which the error type.'],
  [['sku', 'type'], 'First say which column holds the message.'],
  [['one'], 'First say which column holds the key, which the error type and which the message.'],
  [['sku', 'type', 'message'], null],
])('before any row is read, columns %j ask: %j', (columns, asked) => {
  expect(chooseFirst(guessMapping(columns))).toBe(asked)
})

test('one text for all rows is an answer too', () => {
  const mapping = guessMapping(['sku', 'message'])
  expect(chooseFirst({ ...mapping, errorType: { column: null, fixed: ' ' } })).not.toBeNull()
  expect(chooseFirst({ ...mapping, errorType: { column: null, fixed: 'gap' } })).toBeNull()
})

test.each([
  ['PK\u0003\u0004\0\0sheet\n1,2', /^This is not text\./],
  ['', /^There are no rows in it\./],
  ['sku,type,message\nA,b,c', null],
])('%j is taken or refused at once', (content, why) => {
  const useless = uselessBecause(content, readTable(content))
  if (why === null) expect(useless).toBeNull()
  else expect(useless).toMatch(why)
})
