import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useMirror } from '../../state/mirror-store'
import { chartColours } from './chart-colours'
import type { Band, ChartData } from './chart-data'
import { ChartLegend } from './chart-legend'
import { drawChart } from './draw-chart'

type Props = { readonly data: ChartData; readonly bands: readonly Band[]; readonly label: string }

/** Loaded when a job with a past is opened (`lazy-chart.tsx`): the list never needs it. */
export default function Chart({ data, bands, label }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof drawChart> | null>(null)
  const theme = useMirror(mirror => mirror.settings.theme)
  const dark = useSyncExternalStore(onDesktopTheme, () => desktopIsDark.matches)
  const [at, point] = useState<number | null>(null)
  const width = useWidth(host)

  // The two stand for the colours: they are read anew when the setting changes, or the desktop that it follows.
  useEffect(() => {
    const { current } = host
    if (current === null || width === 0 || theme === undefined || dark === undefined) return
    const drawing = { data, bands, width, colours: chartColours(current) }
    if (chart.current === null) chart.current = drawChart(current, drawing, point)
    else chart.current.update(drawing)
  }, [data, bands, width, theme, dark])
  useEffect(() => () => chart.current?.destroy(), [])

  return (
    <>
      <ChartLegend data={data} at={at} />
      <div ref={host} role="img" aria-label={label} className="h-[150px] min-w-0 overflow-hidden" />
    </>
  )
}

const desktopIsDark = window.matchMedia('(prefers-color-scheme: dark)')

function onDesktopTheme(changed: () => void): () => void {
  desktopIsDark.addEventListener('change', changed)
  return () => desktopIsDark.removeEventListener('change', changed)
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
