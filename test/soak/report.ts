import { count } from '../../src/shared/numbers'
import type { Sample } from './sample'
import { slope } from './slope'

/** MB an hour of the watcher's own clock, after collection (performance.md). */
const heapGoal = 0.5
/** Caches fill and code is compiled in the first part; it says nothing about a leak. */
const warmUp = 0.3

export type SoakRun = {
  readonly minutes: number
  readonly haste: number
  readonly jobs: number
  /** The exit code when the watcher ended by itself; null: it lived. */
  readonly died: number | null
}

export function reportOf(samples: readonly Sample[], run: SoakRun): { readonly text: string; readonly good: boolean } {
  const last = samples.at(-1)
  if (last === undefined || run.died !== null)
    return { text: `The watcher ended by itself with ${run.died}, after ${samples.length} samples.`, good: false }
  const settled = samples.slice(Math.floor(samples.length * warmUp))
  const heap = slope(settled.map(({ hours, heap }) => ({ x: hours, y: heap / 2 ** 20 })))
  const late = samples.flatMap(sample => sample.overdue)
  const sum = (pick: (sample: Sample) => number) => samples.reduce((total, sample) => total + pick(sample), 0)
  const lines: readonly (readonly [string, string, boolean])[] = [
    ['unhandled rejections', String(last.unhandled), last.unhandled === 0],
    [
      'jobs unlooked-at for two intervals',
      `${late.length} (of ${count(sum(s => s.checked))} checks; ${count(sum(s => s.excused))} excused by a fault or a pause, ${count(sum(s => s.crowded))} by a server with no free place)`,
      late.length === 0,
    ],
    ['heap slope after collection', `${heap.toFixed(2)} MB/h (goal ${heapGoal})`, heap <= heapGoal],
  ]
  const head = `soak: ${count(run.jobs)} jobs, ${run.minutes} min at ${run.haste}x = ${last.hours.toFixed(1)} h; heap ${mb(settled[0]?.heap)} -> ${mb(last.heap)} MB, RSS ${mb(last.rss)} MB, ${count(last.notices)} notices decided, ${count(last.keysEntered)} keys entered anew after a 401`
  const text = [
    head,
    ...lines.map(([what, figure, isGood]) => `  ${isGood ? 'good' : 'BAD '}  ${what}: ${figure}`),
    ...late.slice(0, 10).map(text => `        ${text}`),
    ...last.complaints.map(text => `        complained: ${text}`),
  ].join('\n')
  return { text, good: lines.every(([, , isGood]) => isGood) }
}

const mb = (bytes = 0): string => (bytes / 2 ** 20).toFixed(1)
