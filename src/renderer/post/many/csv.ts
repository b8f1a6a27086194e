/** Comma separated values as RFC 4180 has them; semicolons and tabs are taken too, because spreadsheets write them. */

const delimiters = [',', ';', '\t'] as const
type Delimiter = (typeof delimiters)[number]

/** The one that occurs most in the first line, outside quotes. */
function delimiterOf(text: string): Delimiter {
  const firstLine = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? ''
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, '')
  const times = (delimiter: Delimiter) => bare.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (times(delimiter) > times(best) ? delimiter : best), ',')
}

export type CsvRow = { /** From 1. */ readonly line: number; readonly cells: readonly string[] }

/** All rows that are not empty. An opened quote that is never closed runs to the end of the text. */
export function readCsv(source: string): readonly CsvRow[] {
  const text = source.replace(/^\ufeff/, '')
  const delimiter = delimiterOf(text)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let begunAt = 1
  let at = 0

  const quoted = (): string => {
    let cell = ''
    at += 1
    for (;;) {
      const end = text.indexOf('"', at)
      const part = end === -1 ? text.slice(at) : text.slice(at, end)
      cell += part
      line += part.split('\n').length - 1
      at = end === -1 ? text.length : end + 1
      if (end === -1 || text[at] !== '"') return cell
      cell += '"'
      at += 1
    }
  }
  const bare = (): string => {
    const start = at
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
    return text.slice(start, at)
  }
  const endRow = (): void => {
    if (cells.length > 1 || (cells[0] ?? '').trim() !== '') rows.push({ line: begunAt, cells })
    cells = []
  }

  while (at < text.length) {
    // What follows a closing quote within a cell belongs to it, as spreadsheets read it.
    cells.push(text[at] === '"' ? quoted() + bare() : bare())
    if (text[at] === delimiter) {
      at += 1
      if (at === text.length) cells.push('')
      continue
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    endRow()
    begunAt = line
  }
  endRow()
  return rows
}

const cellText = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map(cells => `${cells.map(cellText).join(',')}\r\n`).join('')
