import { durationText } from '../../../shared/duration'
import { count } from '../../../shared/numbers'
import type { ChartData } from './chart-data'

const span = (name: string, values: readonly (number | null)[], unit = ''): string => {
  const first = values.find(value => value !== null) ?? 0
  const last = values.findLast(value => value !== null) ?? 0
  return first === last
    ? `${name} stays at ${count(last)}${unit}`
    : `${name} from ${count(first)} to ${count(last)}${unit}`
}

/** The drawing in words, from where it begins to where it ends: `Over 5 min: processed from 6,116 to 9,834, failed stays at 8`. */
export function courseSentence({ processed, failed, unit, times }: ChartData): string {
  const over = `Over ${durationText((times.at(-1) ?? 0) - (times[0] ?? 0))}: `
  return unit === 'percent'
    ? over + span('progress', processed, ' %')
    : `${over}${span('processed', processed)}, ${span('failed', failed)}`
}
