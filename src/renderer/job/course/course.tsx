import { lazy, Suspense, useMemo } from 'react'
import type { JobRef } from '../../../shared/job'
import { count } from '../../../shared/numbers'
import type { Timeline } from '../../../shared/timeline'
import { bandsOf, type ChartData, chartData } from './chart-data'
import { useTimeline } from './use-timeline'

const Chart = lazy(() => import('./chart'))

/** How the counts went over time, as far as we looked; nothing where there is nothing to draw yet. */
export function Course({ jobRef }: { readonly jobRef: JobRef }) {
  const timeline = useTimeline(jobRef)
  const drawn = useMemo(() => (timeline === null ? null : drawnOf(timeline, Date.now())), [timeline])
  if (drawn === null) return null
  return (
    <section aria-label="Over time">
      <Suspense fallback={<div className="h-[150px]" />}>
        <Chart data={drawn.data} bands={drawn.bands} label={labelOf(drawn.data)} />
      </Suspense>
    </section>
  )
}

function drawnOf(timeline: Timeline, now: number) {
  const data = chartData(timeline, now)
  return data === null ? null : { data, bands: bandsOf(timeline.stages, now) }
}

function labelOf({ processed, failed, unit, times }: ChartData): string {
  const last = processed.findLast(value => value !== null) ?? 0
  const bad = failed.findLast(value => value !== null) ?? 0
  const minutes = Math.round(((times.at(-1) ?? 0) - (times[0] ?? 0)) / 60)
  const reached = unit === 'percent' ? `${count(last)} %` : `${count(last)} processed, ${count(bad)} failed`
  return `Over ${minutes < 1 ? 'less than a minute' : `${count(minutes)} min`}: ${reached}`
}
