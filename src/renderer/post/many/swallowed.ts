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
 * A text of several lines is nothing wrong (RFC 4180, section 2, 6), nor is a comma in each of them: but a line that could
 * be a row by itself is a reason to ask. Of two columns, one such line is none where a space follows its comma, as in prose.
 */
export function mayHoldRows({ line, lastLine, cells }: CsvRow, columns: number, delimiter: string): boolean {
  if (lastLine === line || columns < 2) return false
  return cells.some((cell, at) => {
    const lines = cell.split('\n').slice(1)
    const alike = lines.filter((text, index) => {
      // The cells that follow stand on the last line of this one.
      const behind = index === lines.length - 1 ? cells.length - 1 - at : 0
      return text.split(delimiter).length + behind === columns
    })
    return alike.length > 1 || alike.some(text => columns > 2 || !text.includes(`${delimiter} `))
  })
}

export function suspectSentence({ first: { line, lastLine }, many }: Suspects): string {
  const others = many === 1 ? '' : ` So it is with ${count(many - 1)} more.`
  const alike = lastLine === line + 1 ? 'which looks like a row' : 'and the lines between look like rows'
  const own = lastLine === line + 1 ? 'its' : 'their'
  return `The quote in line ${count(line)} ends only in line ${count(lastLine)}, ${alike} of ${own} own: it is posted as one text, so close that quote first if it should not be.${others}`
}
