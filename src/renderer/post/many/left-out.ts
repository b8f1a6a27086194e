import { count, counted } from '../../../shared/numbers'
import type { BadLine, Place } from './table'

const placeNames = {
  line: { one: 'line', many: 'lines' },
  entry: { one: 'entry', many: 'entries' },
} as const satisfies Readonly<Record<Place, unknown>>

/** Named one by one in a sentence; each stands in the list below it anyway. */
const mostNamed = 4

type Span = { readonly from: number; readonly to: number }

/** Lines that follow each other are one span. */
const spansOf = (bad: readonly BadLine[]): readonly Span[] =>
  bad.reduce<Span[]>((spans, { line, lastLine = line }) => {
    const before = spans.at(-1)
    if (before === undefined || line > before.to + 1) spans.push({ from: line, to: lastLine })
    else spans[spans.length - 1] = { from: before.from, to: Math.max(before.to, lastLine) }
    return spans
  }, [])

const spanText = ({ from, to }: Span): string => (from === to ? count(from) : `${count(from)} to ${count(to)}`)

export const rowsLeftOut = (bad: readonly BadLine[]): number => bad.reduce((sum, { rows = 1 }) => sum + rows, 0)

/** `5 rows are left out: lines 3 to 7.` `bad` in the order of its lines, and not empty. */
export function leftOutSentence(bad: readonly BadLine[], place: Place = 'line'): string {
  const rows = rowsLeftOut(bad)
  const spans = spansOf(bad)
  const named = spans.slice(0, mostNamed).map(spanText)
  const others = spans.length - named.length
  const last = others > 0 ? counted(others, 'more place') : named.length > 1 ? named.pop() : undefined
  const lines = `${named.join(', ')}${last === undefined ? '' : ` and ${last}`}`
  const isOne = spans.length === 1 && spans[0]?.from === spans[0]?.to
  return `${counted(rows, 'row')} ${rows === 1 ? 'is' : 'are'} left out: ${placeNames[place][isOne ? 'one' : 'many']} ${lines}.`
}

/** `Line 3`, `Lines 3 to 7`; entries of a JSON list are one place each. */
export function lineName({ line, lastLine = line }: BadLine, place: Place = 'line'): string {
  if (place === 'entry') return `Entry ${count(line)}`
  return line === lastLine ? `Line ${count(line)}` : `Lines ${count(line)} to ${count(lastLine)}`
}
