import type { StageStretch, Timeline, TimelineEntry } from '../../../shared/timeline'

/** What is drawn: seconds since 1970, and a value or a hole for each. */
export type ChartData = {
  readonly times: readonly number[]
  readonly processed: readonly (number | null)[]
  readonly failed: readonly (number | null)[]
  /** Of the axis: items, or percent where the job has no counts. */
  readonly unit: 'items' | 'percent'
}

const seconds = (iso: string): number => new Date(iso).getTime() / 1_000

/**
 * Counts over time as we saw them; where nobody looked the line is broken. A job that goes on reaches to `now` (ms).
 * Null when there are not two moments to draw between.
 */
export function chartData({ entries, gaps }: Timeline, now: number): ChartData | null {
  const unit = entries.some(({ processed }) => processed !== null) ? 'items' : 'percent'
  const amountOf = (entry: TimelineEntry) => (unit === 'items' ? entry.processed : entry.percent)
  const points: { time: number; processed: number | null; failed: number | null }[] = []
  for (const entry of entries) {
    const time = seconds(entry.at)
    // A hole just before the first look after a gap: a line across it would be an invention.
    if (entry.unseenSince !== null && points.length > 0) points.push({ time, processed: null, failed: null })
    points.push({ time, processed: amountOf(entry), failed: unit === 'items' ? entry.failed : null })
  }
  const last = entries.at(-1)
  const looking = gaps.at(-1)?.to !== null || gaps.length === 0
  if (last !== undefined && last.phase !== 'ended' && looking && now / 1_000 > seconds(last.at))
    points.push({ time: now / 1_000, processed: amountOf(last), failed: unit === 'items' ? last.failed : null })
  const times = points.map(({ time }) => time)
  if (new Set(times).size < 2 || points.every(({ processed }) => processed === null)) return null
  return {
    times: times.map((time, index) => (times[index + 1] === time ? time - 0.001 : time)),
    processed: points.map(({ processed }) => processed),
    failed: points.map(({ failed }) => failed),
    unit,
  }
}

/** None failed: a line along the bottom would only alarm. */
export const hasFailed = ({ failed }: ChartData): boolean => failed.some(many => many !== null && many > 0)

export type Band = { readonly from: number; readonly to: number; readonly name: string }

/** Stretches as bands behind the lines, in seconds since 1970. */
export const bandsOf = (stages: readonly StageStretch[], now: number): readonly Band[] =>
  stages.map(({ stage, status, from, to }) => ({
    from: seconds(from),
    to: to === null ? now / 1_000 : seconds(to),
    name: stage ?? status,
  }))
