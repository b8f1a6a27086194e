import { lazy, Suspense, useMemo } from 'react'
import type { JobRef } from '../../../shared/job'
import type { Timeline } from '../../../shared/timeline'
import { bandsOf, chartData } from './chart-data'
import { courseSentence } from './course-words'
import { useTimeline } from './use-timeline'

const Chart = lazy(() => import('./chart'))

/** How the counts went over time, as far as we looked; nothing where there is nothing to draw yet. */
export function Course({ jobRef }: { readonly jobRef: JobRef }) {
  const timeline = useTimeline(jobRef)
  const drawn = useMemo(() => (timeline === null ? null : drawnOf(timeline, Date.now())), [timeline])
  if (drawn === null) return null
  return (
    <section aria-label="Over time">
      <Suspense fallback={<div className="h-[175px]" />}>
        <Chart data={drawn.data} bands={drawn.bands} label={courseSentence(drawn.data)} />
      </Suspense>
    </section>
  )
}

function drawnOf(timeline: Timeline, now: number) {
  const data = chartData(timeline, now)
  return data === null ? null : { data, bands: bandsOf(timeline.stages, now) }
}
