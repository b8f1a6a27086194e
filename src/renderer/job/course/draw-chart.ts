import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { count } from '../../../shared/numbers'
import { timeFormat } from '../../words/time-format'
import type { ChartColours } from './chart-colours'
import { type Band, type ChartData, hasFailed } from './chart-data'

export type Drawing = {
  readonly data: ChartData
  readonly bands: readonly Band[]
  readonly colours: ChartColours
  readonly width: number
}

const height = 150
/** Items are whole. */
const wholeSteps = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].flatMap(ten => [ten, 2 * ten, 5 * ten])
const minutes = timeFormat({ hour: '2-digit', minute: '2-digit' })
const days = timeFormat({ day: 'numeric', month: 'short' })
const seconds = timeFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Days where the marks are so far apart, seconds where they are less than a minute: the same time twice tells nothing. */
const timesOf = (ticks: readonly number[]): string[] => {
  const apart = (ticks[1] ?? 0) - (ticks[0] ?? 0)
  const format = apart >= 86_400 ? days : apart < 60 && ticks.length > 1 ? seconds : minutes
  return ticks.map(tick => format(tick * 1_000))
}

/** Draws into `host`; gives back what draws anew and what takes it away. `onPoint`: the moment that is pointed at, null: none. */
export function drawChart(host: HTMLElement, first: Drawing, onPoint: (index: number | null) => void) {
  let now = first
  const axis: uPlot.Axis = {
    stroke: () => now.colours.text,
    font: '11px Inter, system-ui, sans-serif',
    grid: { stroke: () => now.colours.line, width: 1 },
    ticks: { show: false },
  }
  const series = (name: 'processed' | 'failed', label: string): uPlot.Series => ({
    label,
    stroke: () => now.colours[name],
    width: 2,
    ...(name === 'failed' ? { dash: [6, 4] } : {}),
    // What lies between two looks is not known: a step says when it was seen.
    paths: uPlot.paths.stepped?.({ align: 1 }) ?? (() => null),
    points: { show: false },
    value: (_chart, value) => (value === null ? '–' : count(value)),
  })
  const plot = new uPlot(
    {
      width: first.width,
      height,
      padding: [8, 8, 0, 0],
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, points: { size: 6 } },
      scales: { x: { time: true }, y: { range: (_chart, _min, max) => [0, Math.max(1, max * 1.08)] } },
      axes: [
        // As wide as a time with its seconds, and a gap.
        { ...axis, size: 26, space: 72, values: (_chart, ticks) => timesOf(ticks) },
        { ...axis, size: 52, incrs: wholeSteps, values: (_chart, ticks) => ticks.map(tick => count(tick)) },
      ],
      series: [{}, series('processed', 'Processed'), series('failed', 'Failed')],
      hooks: {
        drawClear: [chart => drawBands(chart, now)],
        setCursor: [chart => onPoint(chart.cursor.idx ?? null)],
      },
    },
    alignedOf(first.data),
    host,
  )
  return {
    update(next: Drawing): void {
      now = next
      if (plot.width !== next.width) plot.setSize({ width: next.width, height })
      plot.setData(alignedOf(next.data))
    },
    destroy: () => plot.destroy(),
  }
}

const alignedOf = (data: ChartData): uPlot.AlignedData => [
  [...data.times],
  [...data.processed],
  hasFailed(data) ? [...data.failed] : data.failed.map(() => null),
]

/** Every other stage has a ground of its own, so that one sees where one ends. */
function drawBands(chart: uPlot, { bands, colours }: Drawing): void {
  const { ctx, bbox } = chart
  ctx.save()
  ctx.fillStyle = colours.band
  for (const [index, { from, to }] of bands.entries()) {
    if (index % 2 === 0) continue
    const left = Math.max(bbox.left, chart.valToPos(from, 'x', true))
    const right = Math.min(bbox.left + bbox.width, chart.valToPos(to, 'x', true))
    if (right > left) ctx.fillRect(left, bbox.top, right - left, bbox.height)
  }
  ctx.restore()
}
