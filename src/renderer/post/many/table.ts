import { count } from '../../../shared/numbers'
import { type CsvRow, readCsv } from './csv'
import { jsonLines, jsonList, jsonTable } from './json-table'
import type { Repeated } from './repeated-names'
import { holdsRows, mayHoldRows, type Suspects } from './swallowed'

/** What a row is named by. */
export type Place = 'line' | 'entry'

export type TableRow = {
  /** From 1, as an editor counts them. */ readonly line: number
  /** Absent: it is one line. */
  readonly lastLine?: number
  readonly cells: Readonly<Record<string, unknown>>
}
export type BadLine = {
  readonly line: number
  readonly lastLine?: number
  /** How many rows it seems to be; absent: one. */
  readonly rows?: number
  readonly why: string
}

/** A row that is left out unless a person says that it is meant so. */
export type Doubted = { readonly row: TableRow; readonly bad: BadLine }

/** What was pasted or dropped, whatever its form. */
export type Table = {
  readonly form: 'csv' | 'jsonl'
  /** What `line` counts: in a JSON list its entries, whichever lines they stand on. */
  readonly places: Place
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly bad: readonly BadLine[]
  readonly doubted: readonly Doubted[]
  /** Absent: no row is suspicious. */
  readonly suspects?: Suspects
  /** Absent: no field stands twice in one entry. */
  readonly repeated?: Repeated
  /** Why none of it can be read with certainty. */
  readonly unreadable?: string
}

/** A NUL is in no text: it is a picture, a workbook or UTF-16. */
const isText = (content: string): boolean => !content.includes('\0')

/** Why nothing can be made of what was pasted or dropped; null: there is something to check. */
export function uselessBecause(content: string, { rows, bad, doubted, unreadable }: Table): string | null {
  if (!isText(content)) return 'This is not text. Save it as CSV in UTF-8.'
  if (unreadable !== undefined) return unreadable
  return rows.length + bad.length + doubted.length === 0
    ? 'There are no rows in it. CSV needs a first line that names the columns.'
    : null
}

/** One JSON object a line, a JSON list of them, or CSV whose first line names the columns. */
export function readTable(text: string): Table {
  if (!isText(text)) return jsonTable([], [])
  const plain = text.replace(/^\ufeff/, '')
  const start = plain.trimStart()
  if (start.startsWith('[')) return jsonList(plain)
  return start.startsWith('{') ? jsonLines(plain) : csvTable(plain)
}

/** A sheet may name two columns alike: the later ones are numbered, so that none takes the place of another. */
function namesOf(heading: readonly string[]): readonly string[] {
  const names = heading.map((name, index) => (name.trim() === '' ? `Column ${index + 1}` : name.trim()))
  const taken = new Set(names)
  return names.map((name, index) => {
    if (names.indexOf(name) === index) return name
    let number = 2
    while (taken.has(`${name} ${number}`)) number += 1
    taken.add(`${name} ${number}`)
    return `${name} ${number}`
  })
}

const isBlank = (cell: string): boolean => cell.trim() === ''

function csvTable(text: string): Table {
  const read = readCsv(text)
  if (!read.ok)
    return { form: 'csv', places: 'line', columns: [], rows: [], bad: [], doubted: [], unreadable: read.why }
  const [heading, ...body] = read.rows
  const names = namesOf(heading?.cells ?? [])
  const rows: TableRow[] = []
  const bad: BadLine[] = []
  const doubted: Doubted[] = []
  const suspects: CsvRow[] = []
  for (const whole of body) {
    // Sheets end in such rows.
    if (whole.cells.every(isBlank)) continue
    // Commas too many at the end of a line hold nothing.
    const row = whole.cells.slice(names.length).every(isBlank)
      ? { ...whole, cells: whole.cells.slice(0, names.length) }
      : whole
    const { cells } = row
    const at = { line: row.line, ...(row.lastLine > row.line && { lastLine: row.lastLine }) }
    const taken = { ...at, cells: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) }
    if (cells.length > names.length) {
      bad.push({ ...at, why: `It has ${cells.length} cells, but the first line names ${names.length} columns.` })
    } else if (holdsRows(row, names.length, read.delimiter)) {
      const why = `Its quote ends only in line ${count(row.lastLine)}, and what is between looks like rows.`
      doubted.push({ row: taken, bad: { ...at, rows: row.lastLine - row.line + 1, why } })
    } else {
      if (mayHoldRows(row, names.length, read.delimiter)) suspects.push(row)
      rows.push(taken)
    }
  }
  const [first] = suspects
  return {
    form: 'csv',
    places: 'line',
    columns: names,
    rows,
    bad,
    doubted,
    ...(first !== undefined && { suspects: { first, many: suspects.length } }),
  }
}
