import { useEffect, useRef, useState } from 'react'
import { useMirror } from '../../state/mirror-store'
import { chartColours } from './chart-colours'
import type { Band, ChartData } from './chart-data'
import { drawChart } from './draw-chart'

type Props = { readonly data: ChartData; readonly bands: readonly Band[]; readonly label: string }

/** Loaded when a job with a past is opened (`lazy-chart.tsx`): the list never needs it. */
export default function Chart({ data, bands, label }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof drawChart> | null>(null)
  const theme = useMirror(mirror => mirror.settings.theme)
  const width = useWidth(host)

  // Theme stands for the colours: they are read anew when it changes.
  useEffect(() => {
    const { current } = host
    if (current === null || width === 0 || theme === undefined) return
    const drawing = { data, bands, width, colours: chartColours(current) }
    if (chart.current === null) chart.current = drawChart(current, drawing)
    else chart.current.update(drawing)
  }, [data, bands, width, theme])
  useEffect(() => () => chart.current?.destroy(), [])

  return <div ref={host} role="img" aria-label={label} className="h-[150px] min-w-0 overflow-hidden" />
}

/** The element's own width in px, 0 until it has been laid out. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
