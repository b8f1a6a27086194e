import { count } from '../../../shared/numbers'
import type { IssueInput, OpenRecord, ProgressInput } from '../../../shared/progress'
import { readObject } from '../forms/read-field'
import { issueParts, type Mapping, partNames, requiredParts, type Source } from './mapping'
import type { BadLine, Table, TableRow } from './table'

export type IssueKind = 'error' | 'warning'

/** What a file of rows that were not sent says of them itself; else errors. */
export const guessKind = ({ rows }: Pick<Table, 'rows'>): IssueKind =>
  rows.length > 0 && rows.every(({ cells }) => cells.kind === 'warning') ? 'warning' : 'error'

export type CheckedRows = {
  readonly inputs: readonly ProgressInput[]
  /** In the order of their lines. */
  readonly bad: readonly BadLine[]
  /** How many have no entity type: the server takes them as errors about the job, which count no item (api-notes E29). */
  readonly untyped: number
}

/** As many as one run takes. */
export const mostRows = 20_000

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value.trim() : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const textOf = (row: TableRow, { column, fixed }: Source): string =>
  column === null ? fixed.trim() : cellText(row.cells[column])

type Details = { readonly ok: true; readonly details: OpenRecord | null } | { readonly ok: false; readonly why: string }

function detailsOf(row: TableRow, source: Source): Details {
  const read = readObject(textOf(row, source))
  if (read.kind === 'unreadable') return { ok: false, why: `${partNames.details}: ${read.why}` }
  return { ok: true, details: read.kind === 'value' ? read.value : null }
}

function issueOf(row: TableRow, mapping: Mapping): IssueInput | string {
  const missing = issueParts.filter(part => requiredParts.has(part) && textOf(row, mapping[part]) === '')
  if (missing.length > 0) return `${missing.map(part => partNames[part]).join(' and ')} missing.`
  const read = detailsOf(row, mapping.details)
  if (!read.ok) return read.why
  const entityType = textOf(row, mapping.entityType)
  const step = textOf(row, mapping.step)
  return {
    entityKey: textOf(row, mapping.entityKey),
    errorType: textOf(row, mapping.errorType),
    message: textOf(row, mapping.message),
    ...(entityType === '' ? {} : { entityType }),
    ...(step === '' ? {} : { step }),
    ...(read.details === null ? {} : { details: read.details }),
  }
}

/** What cannot be read, and what is doubted unless it is meant so. */
export const badBefore = ({ bad, doubted }: Table, meant: boolean): readonly BadLine[] =>
  inOrder(meant ? bad : [...bad, ...doubted.map(({ bad }) => bad)])

const inOrder = <T extends { readonly line: number }>(list: readonly T[]): readonly T[] =>
  list.toSorted((a, b) => a.line - b.line)

/** Every row either becomes one post or is named with the reason why it cannot. `meant`: what is doubted is taken too. */
export function checkRows(table: Table, mapping: Mapping, kind: IssueKind, meant = false): CheckedRows {
  const inputs: ProgressInput[] = []
  const bad: BadLine[] = [...badBefore(table, meant)]
  for (const row of meant ? inOrder([...table.rows, ...table.doubted.map(({ row }) => row)]) : table.rows) {
    const issue = issueOf(row, mapping)
    const at = { line: row.line, ...(row.lastLine !== undefined && { lastLine: row.lastLine }) }
    if (typeof issue === 'string') bad.push({ ...at, why: issue })
    else if (inputs.length === mostRows) bad.push({ ...at, why: 'One run takes 20,000 rows at most.' })
    else inputs.push(kind === 'error' ? { error: issue } : { warning: issue })
  }
  const untyped = inputs.filter(({ error, warning }) => (error ?? warning)?.entityType === undefined).length
  return { inputs, bad: inOrder(bad), untyped }
}

/** What posting them without an entity type means; `of`: how many are posted in all. */
export function untypedSentence(untyped: number, of: number, kind: IssueKind): string {
  const which = untyped === of ? 'These have' : untyped === 1 ? 'One row has' : `${count(untyped)} rows have`
  const word = kind === 'error' ? 'failed' : 'warned'
  return `${which} no entity type: the server takes such ${kind}s as about the job itself, and they may count no item as ${word}.`
}
