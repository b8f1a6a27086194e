/** Comma separated values as RFC 4180 has them; semicolons and tabs are taken too, because spreadsheets write them. */

const delimiters = [',', ';', '\t'] as const
type Delimiter = (typeof delimiters)[number]

/** What Excel reads, and some exports write, as a line before the first: the sign between cells. */
const toldDelimiter = /^sep=([,;\t])(?:\r?\n|\r)/i

/** The one that occurs most in the first line, outside quotes. No pattern: one would give up on a long text (RangeError). */
function delimiterOf(text: string): Delimiter {
  const times: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 }
  for (let at = 0; at < text.length && text[at] !== '\n' && text[at] !== '\r'; at += 1) {
    const found = delimiters.find(delimiter => delimiter === text[at])
    if (found !== undefined) times[found] += 1
    if (text[at] !== '"') continue
    at = text.indexOf('"', at + 1)
    if (at === -1) break
  }
  return delimiters.reduce((best, delimiter) => (times[delimiter] > times[best] ? delimiter : best), ',')
}

export type CsvRow = {
  /** From 1. */
  readonly line: number
  /** Where it ends: later than `line` when a quoted cell holds line breaks. */
  readonly lastLine: number
  readonly cells: readonly string[]
}
export type CsvRead =
  | { readonly ok: true; readonly rows: readonly CsvRow[]; readonly delimiter: string }
  | { readonly ok: false; readonly why: string }

/** No cell of an error has more: beyond it a quote is open that nobody meant to open. */
const mostCellLines = 100

const howToMend = 'Close it, or double it if it belongs to the text.'

/**
 * All rows that are not empty. Once a quote is open that should not be, what is text and what is a row can no longer be
 * told apart: then nothing is read, and the line is named.
 */
export function readCsv(source: string): CsvRead {
  const text = source.replace(/^\ufeff/, '')
  const [told = '', sign] = toldDelimiter.exec(text) ?? []
  const delimiter = delimiters.find(one => one === sign) ?? delimiterOf(text)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = told === '' ? 1 : 2
  let begunAt = line
  let at = told.length
  let why = ''

  const quoted = (): string => {
    const openedAt = line
    let cell = ''
    at += 1
    for (;;) {
      const end = text.indexOf('"', at)
      if (end === -1) {
        why = `Line ${openedAt} opens a quote that is never closed. ${howToMend}`
        return cell
      }
      const part = text.slice(at, end)
      cell += part
      line += part.split('\n').length - 1
      at = end + 1
      if (text[at] === '"') {
        cell += '"'
        at += 1
        continue
      }
      // What follows a closing quote within a cell belongs to it, as spreadsheets read it; lines further down, it is another's.
      const rest = bare()
      if (line > openedAt && (rest.trim() !== '' || line - openedAt >= mostCellLines))
        why = `Line ${openedAt} opens a quote that ends only in line ${line}. ${howToMend}`
      return cell + rest
    }
  }
  const bare = (): string => {
    const start = at
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
    return text.slice(start, at)
  }
  const endRow = (): void => {
    if (cells.length > 1 || (cells[0] ?? '').trim() !== '') rows.push({ line: begunAt, lastLine: line, cells })
    cells = []
  }

  while (at < text.length) {
    cells.push(text[at] === '"' ? quoted() : bare())
    if (why !== '') return { ok: false, why }
    if (text[at] === delimiter) {
      at += 1
      if (at === text.length) cells.push('')
      continue
    }
    endRow()
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    begunAt = line
  }
  endRow()
  return { ok: true, rows, delimiter }
}

const cellText = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map(cells => `${cells.map(cellText).join(',')}\r\n`).join('')
