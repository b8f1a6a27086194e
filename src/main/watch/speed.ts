import type { Job } from '../../shared/job'
import type { Speed } from '../../shared/snapshot'

/** How a job's counts have moved of late. Few points: there are as many of these in memory as running jobs. */
export type Track = {
  readonly epoch: number
  /** Items, or hundredths of the whole where a server counts no items. */
  readonly unit: 'items' | 'percent'
  readonly total: number | null
  /** Ms since 1970 of each point, and how much was done by then. */
  readonly times: readonly number[]
  readonly done: readonly number[]
  /** Points closer together than this replace one another, ms. */
  readonly spacing: number
  /** When the total was last another one, and when the counts last moved, ms since 1970. */
  readonly totalSince: number
  readonly movedAt: number
  /** The longest they have stood still between two moves, ms. */
  readonly longestRest: number
}

const mostPoints = 12
const firstSpacing = 5_000
/** Twelve points so far apart: a rate of more than a quarter of an hour ago says little. */
const widestSpacing = 80_000

type Counted = Pick<Job, 'phase' | 'epoch' | 'total' | 'processed' | 'failed' | 'percent'>

type Extent = { readonly unit: Track['unit']; readonly done: number; readonly total: number | null }

/** Null: there is nothing to measure by. */
function extentOf({ processed, failed, total, percent }: Counted): Extent | null {
  if (processed !== null) return { unit: 'items', done: processed + (failed ?? 0), total }
  return percent.source === 'server' && percent.value !== null
    ? { unit: 'percent', done: percent.value, total: 100 }
    : null
}

/** What is known of its movement after a look at `at` (ms since 1970); null while it does not run. */
export function tracked(before: Track | null, job: Counted, at: number): Track | null {
  const extent = job.phase === 'running' ? extentOf(job) : null
  if (extent === null || !Number.isFinite(extent.done)) return null
  const { unit, done, total } = extent
  const last = before?.done.at(-1) ?? 0
  const isAnother = before === null || before.epoch !== job.epoch || before.unit !== unit
  // Counts that go back are another beginning (api-notes E12), and so is a clock that was set back.
  if (isAnother || done < last || at <= (before.times.at(-1) ?? 0)) {
    const begun = { epoch: job.epoch, unit, total, times: [at], done: [done], spacing: firstSpacing }
    return { ...begun, totalSince: at, movedAt: at, longestRest: 0 }
  }
  const hasMoved = done > last
  return {
    ...before,
    ...withPoint(before, at, done),
    total,
    totalSince: total === before.total ? before.totalSince : at,
    movedAt: hasMoved ? at : before.movedAt,
    longestRest: hasMoved ? Math.max(before.longestRest, at - before.movedAt) : before.longestRest,
  }
}

/** The newest point is always there; the one before it stays once it is far enough from its own predecessor. */
function withPoint(
  { times, done, spacing }: Track,
  at: number,
  now: number,
): Pick<Track, 'times' | 'done' | 'spacing'> {
  const isClose = times.length > 1 && (times.at(-1) ?? 0) - (times.at(-2) ?? 0) < spacing
  const kept = isClose ? times.length - 1 : times.length
  const points = { times: [...times.slice(0, kept), at], done: [...done.slice(0, kept), now], spacing }
  if (points.times.length <= mostPoints) return points
  if (spacing >= widestSpacing) return { times: points.times.slice(1), done: points.done.slice(1), spacing }
  const half = (_: number, index: number) => (mostPoints - index) % 2 === 0
  return { times: points.times.filter(half), done: points.done.filter(half), spacing: spacing * 2 }
}

const minute = 60_000
const fewestPoints = 5
const shortestSpan = 30_000
/** A guess whose ends are further apart than this is none. */
const widestRange = 3
const longestGuess = 7 * 24 * 60 * minute
/** No machine keeps its pace better than this: a range has some width even where nothing has varied. */
const leastUncertainty = 0.08

/** How fast it moves at `now`, ms since 1970; null when nobody can say, or when it does not move any more. */
export function speedOf(
  { unit, total, times, done, totalSince, movedAt, longestRest }: Track,
  now: number,
): Speed | null {
  const [first, last] = [times[0] ?? now, times.at(-1) ?? now]
  if (times.length < fewestPoints || last - first < shortestSpan) return null
  if (now - movedAt > Math.max(minute, 3 * longestRest)) return null
  const rates = slopes(times, done)
  const rate = quantile(rates, 0.5)
  if (rate <= 0) return null
  const [slow, fast] = [quantile(rates, 0.1) * (1 - leastUncertainty), quantile(rates, 0.9) * (1 + leastUncertainty)]
  const left = total === null || total <= 0 || now - totalSince < minute ? 0 : total - (done.at(-1) ?? 0)
  const [earliest, latest] = [left / fast, left / slow]
  const isWorthIt = left > 0 && slow > 0 && latest <= earliest * widestRange && latest <= longestGuess
  const fromNow = (ms: number): string => new Date(last + ms).toISOString()
  return {
    perMinute: unit === 'items' ? rate * minute : null,
    eta: isWorthIt ? { earliest: fromNow(earliest), latest: fromNow(latest) } : null,
  }
}

/** Done per ms between any two points that are not close together, slowest first (Theil-Sen: one odd burst does not count). */
function slopes(times: readonly number[], done: readonly number[]): readonly number[] {
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  const found: number[] = []
  for (const [index, from] of times.entries()) {
    for (let other = index + 1; other < times.length; other += 1) {
      const span = (times[other] ?? 0) - from
      if (span * 3 >= last - first) found.push(((done[other] ?? 0) - (done[index] ?? 0)) / span)
    }
  }
  return found.sort((a, b) => a - b)
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.round((sorted.length - 1) * share)] ?? 0
