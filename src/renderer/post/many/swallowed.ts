import { count } from '../../../shared/numbers'
import type { CsvRow } from './csv'

/** Rows whose quote closes lines further down, over what may be rows of their own. They are posted unless a person says no. */
export type Suspects = { readonly first: CsvRow; readonly many: number }

const linesWithin = (cell: string, columns: number, delimiter: string): readonly boolean[] =>
  cell.split('\n').map(text => text.split(delimiter).length === columns)

/** A quote closed by the quote of a later row swallows the rows between: each of them has as many cells as the heading. */
export function holdsRows({ line, lastLine, cells }: CsvRow, columns: number, delimiter: string): boolean {
  // Two columns would be one comma a line, which prose has too.
  if (lastLine - line < 3 || columns < 3) return false
  return cells.some(cell => {
    const between = linesWithin(cell, columns, delimiter).slice(1, -1)
    return between.length > 1 && between.every(Boolean)
  })
}

/**
 * A text of several lines is nothing wrong (RFC 4180, section 2, 6), nor is a comma in each of them: but two lines or more
 * that could be rows by themselves are a reason to ask.
 */
export const mayHoldRows = ({ line, lastLine, cells }: CsvRow, columns: number, delimiter: string): boolean =>
  lastLine > line &&
  columns > 1 &&
  cells.some(cell => linesWithin(cell, columns, delimiter).slice(1).filter(Boolean).length > 1)

export function suspectSentence({ first: { line, lastLine }, many }: Suspects): string {
  const others = many === 1 ? '' : ` So it is with ${count(many - 1)} more.`
  return `The quote in line ${count(line)} ends only in line ${count(lastLine)}, and the lines between look like rows of their own: it is posted as one text, so close that quote first if it should not be.${others}`
}
