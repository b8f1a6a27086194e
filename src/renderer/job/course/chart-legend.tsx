import { count } from '../../../shared/numbers'
import { useClock } from '../../state/clock'
import { wholeTime } from '../../words/times'
import { type ChartData, hasFailed } from './chart-data'

type Props = {
  readonly data: ChartData
  /** Of the moment that is pointed at; null: none is. */
  readonly at: number | null
}

/** What the lines are, each by its stroke as well as its colour; and the figures of the moment that is pointed at. */
export function ChartLegend({ data, at }: Props) {
  const time = at === null ? undefined : data.times[at]
  const when = useClock(now => (time === undefined ? '' : wholeTime(now, new Date(time * 1_000).toISOString())))
  const figureAt = (values: readonly (number | null)[]): string => {
    if (at === null) return ''
    const value = values[at] ?? null
    return value === null ? 'nobody looked' : `${count(value)}${data.unit === 'percent' ? ' %' : ''}`
  }
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 pb-1 text-sm text-soft">
      <h2 className="mr-auto font-semibold text-ink">Over time</h2>
      {/* For the eye: the drawing itself is told in words. */}
      <span aria-hidden className="flex flex-wrap gap-x-4">
        {when !== '' && <span className="text-faint">{when}</span>}
        <Line
          name={data.unit === 'percent' ? 'Progress' : 'Processed'}
          value={figureAt(data.processed)}
          stroke="stroke-accent"
        />
        {hasFailed(data) && <Line name="Failed" value={figureAt(data.failed)} stroke="stroke-bar-bad" dashes="4 3" />}
      </span>
    </div>
  )
}

type LineProps = { readonly name: string; readonly value: string; readonly stroke: string; readonly dashes?: string }

const Line = ({ name, value, stroke, dashes }: LineProps) => (
  <span className="flex items-center gap-1.5 whitespace-nowrap">
    <svg viewBox="0 0 18 4" aria-hidden="true" className="bar-colours h-1 w-4.5">
      <path d="M0 2h18" className={stroke} strokeWidth="2" strokeDasharray={dashes} />
    </svg>
    {name}
    {value !== '' && <span className="font-medium text-ink">{value}</span>}
  </span>
)
