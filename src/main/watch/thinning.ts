import { isOtherStretch, type TimelineEntry } from '../../shared/timeline'

/**
 * At most `most` of the entries (at least 3), oldest first: the first and the last, each change of epoch, status and
 * stage, gaps, the turning points of the counts, and of the rest what shapes the curve most. Were the former alone too
 * many, they are thinned in the same way.
 */
export function thinned(entries: readonly TimelineEntry[], most: number): readonly TimelineEntry[] {
  if (entries.length <= most) return entries
  const told = entries.filter((_, index) => tells(entries, index))
  if (told.length >= most) return largestTriangles(told, most)
  const shape = new Set([
    ...told,
    ...largestTriangles(
      entries.filter((_, index) => !tells(entries, index)),
      most - told.length,
    ),
  ])
  return entries.filter(entry => shape.has(entry))
}

function tells(entries: readonly TimelineEntry[], index: number): boolean {
  const [before, entry, after] = [entries[index - 1], entries[index], entries[index + 1]]
  if (entry === undefined || before === undefined || after === undefined) return true
  if (isOtherStretch(before, entry) || before.status !== entry.status || entry.unseenSince !== null) return true
  return turns(before.processed, entry.processed, after.processed) || turns(before.failed, entry.failed, after.failed)
}

/** True at a peak and in a trough: counts that go back are what a person would ask about. */
const turns = (before: number | null, here: number | null, after: number | null): boolean =>
  before !== null && here !== null && after !== null && (here - before) * (after - here) < 0

const heightOf = ({ processed, failed, percent }: TimelineEntry): number =>
  processed === null ? (percent ?? 0) : processed + (failed ?? 0)

/** Largest triangle three buckets (Steinarsson 2013): of each stretch the entry that stands out most from its neighbours. */
function largestTriangles(entries: readonly TimelineEntry[], most: number): readonly TimelineEntry[] {
  const [first, last] = [entries[0], entries.at(-1)]
  if (entries.length <= most || first === undefined || last === undefined) return most <= 0 ? [] : entries
  if (most < 3) return entries.slice(-Math.max(0, most))
  const points = entries.map(entry => ({ entry, x: new Date(entry.at).getTime(), y: heightOf(entry) }))
  const bucketOf = (index: number) =>
    points.slice(
      1 + Math.floor(((entries.length - 2) * index) / (most - 2)),
      1 + Math.floor(((entries.length - 2) * (index + 1)) / (most - 2)),
    )
  const kept = points.slice(0, 1)
  for (let index = 0; index < most - 2; index += 1) {
    const from = kept.at(-1)
    const next = index === most - 3 ? points.slice(-1) : bucketOf(index + 1)
    const x = mean(next.map(point => point.x))
    const y = mean(next.map(point => point.y))
    const area = (point: { readonly x: number; readonly y: number }) =>
      from === undefined ? 0 : Math.abs((from.x - x) * (point.y - from.y) - (from.x - point.x) * (y - from.y))
    const best = bucketOf(index).reduce((a, b) => (area(b) > area(a) ? b : a))
    kept.push(best)
  }
  return [...kept.map(({ entry }) => entry), last]
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
