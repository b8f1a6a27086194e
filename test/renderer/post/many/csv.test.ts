import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv, writeCsv } from '../../../../src/renderer/post/many/csv'

const rowsOf = (text: string) => {
  const read = readCsv(text)
  return read.ok ? read.rows : []
}
const cells = (text: string) => rowsOf(text).map(row => row.cells)

test.each([
  [
    'plain',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no line end at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'quoted commas, quotes and line breaks',
    'a,b\n"1,1","say ""hi""\nthere"',
    [
      ['a', 'b'],
      ['1,1', 'say "hi"\nthere'],
    ],
  ],
  [
    'empty cells',
    'a,b,c\n,,\n"",x,',
    [
      ['a', 'b', 'c'],
      ['', '', ''],
      ['', 'x', ''],
    ],
  ],
  [
    'semicolons',
    'a;b\n1,5;2',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a byte order mark', '\ufeffa,b', [['a', 'b']]],
  ['empty lines', '\n\na\n\nb\n', [['a'], ['b']]],
  [
    'text after a closing quote of the same line',
    'a,b\n"1" inch,2',
    [
      ['a', 'b'],
      ['1 inch', '2'],
    ],
  ],
  [
    'carriage returns alone',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['nothing', '', []],
])('%s', (_what, text, rows) => {
  expect(cells(text)).toEqual(rows)
})

test('a row is named by the line on which it begins', () => {
  expect(rowsOf('a\n"b\nc"\n\nd').map(({ line, lastLine }) => [line, lastLine])).toEqual([
    [1, 1],
    [2, 3],
    [5, 5],
  ])
})

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', '\r', ' '), maxLength: 6 })

test('what is written is read back', () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rows, given => {
      // The first line decides on the delimiter, as a heading does.
      const table = [['x', 'y'], ...given]
      expect(cells(writeCsv(table))).toEqual(table)
    }),
  )
})

test('a quote that is never closed is named however long the text behind it is', () => {
  expect(readCsv(`"${'abc,\n'.repeat(4_000_000)}`)).toMatchObject({
    ok: false,
    why: expect.stringContaining('Line 1 opens a quote that is never closed.'),
  })
})

test.each([
  ['a,b;c\n', ','],
  ['"x;y;z",b\n', ','],
  ['"say ""hi;"" ;;",b\n', ','],
  ['a;b\n1,2,3', ';'],
  ['a;b\r1,2,3', ';'],
  ['"a\n,,,";b;c\n', ';'],
  ['a\n', ','],
  ['', ','],
])('in %j the cells are parted by %j', (text, delimiter) => {
  expect(readCsv(text)).toMatchObject({ delimiter })
})

test.each(['sep=;\n', 'sep=;\r\n', '\ufeffSEP=;\r'])(
  'the line %j before the first tells what is between cells and is no row',
  told => {
    expect(readCsv(`${told}sku;text, long\nA;x,y,z\n`)).toEqual({
      ok: true,
      delimiter: ';',
      rows: [
        { line: 2, lastLine: 2, cells: ['sku', 'text, long'] },
        { line: 3, lastLine: 3, cells: ['A', 'x,y,z'] },
      ],
    })
  },
)
