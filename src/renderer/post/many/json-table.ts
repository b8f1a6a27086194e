import { readJsonObject, wrongNumber } from '../../../shared/json-object'
import { count } from '../../../shared/numbers'
import { type Repeat, repeatedOf, repeatsIn } from './repeated-names'
import type { BadLine, Place, Table, TableRow } from './table'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const columnsOf = (rows: readonly TableRow[]): readonly string[] => [
  ...new Set(rows.flatMap(row => Object.keys(row.cells))),
]

export const jsonTable = (rows: readonly TableRow[], bad: readonly BadLine[], places: Place = 'line'): Table => ({
  form: 'jsonl',
  places,
  columns: columnsOf(rows),
  rows,
  bad,
  doubted: [],
})

const noObject = 'This is not an object with fields.'

type Mistake = { readonly line: number; readonly column: number; readonly why: string }

/** One mistake in a list, and where its entries begin and end is no longer certain. */
const unreadable = ({ line, column, why }: Mistake): Table => ({
  ...jsonTable([], []),
  unreadable: `This JSON list cannot be read: line ${count(line)}, column ${count(column)}. ${why}`,
})

/** A list of objects, from its bracket to the one that closes it, over as many lines as it likes. */
export function jsonList(text: string): Table {
  const list = listOf(text)
  if (list === null) {
    const verdict = readJsonObject(text)
    return unreadable(verdict.ok ? { line: 1, column: 1, why: noObject } : verdict)
  }
  const wrong = wrongNumber(text, list)
  if (wrong !== null) return unreadable(wrong)
  return {
    ...jsonTable(
      list.flatMap((cells, index) => (isRecord(cells) ? [{ line: index + 1, cells }] : [])),
      list.flatMap((cells, index) => (isRecord(cells) ? [] : [{ line: index + 1, why: noObject }])),
      'entry',
    ),
    ...repeatedOf(repeatsIn(text)),
  }
}

function listOf(text: string): readonly unknown[] | null {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list : null
  } catch {
    return null
  }
}

/** One object a line. */
export function jsonLines(text: string): Table {
  const rows: TableRow[] = []
  const bad: BadLine[] = []
  const repeats: Repeat[] = []
  for (const [index, source] of text.split(/\r?\n/).entries()) {
    if (source.trim() === '') continue
    const verdict = readJsonObject(source)
    if (verdict.ok) {
      rows.push({ line: index + 1, cells: verdict.value })
      repeats.push(...repeatsIn(source).map(repeat => ({ ...repeat, entry: index + 1 })))
    } else bad.push({ line: index + 1, why: `Column ${verdict.column}: ${verdict.why}` })
  }
  return { ...jsonTable(rows, bad), ...repeatedOf(repeats) }
}
