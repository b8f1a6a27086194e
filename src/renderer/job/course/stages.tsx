import { durationText } from '../../../shared/duration'
import type { JobRef } from '../../../shared/job'
import type { StageStretch } from '../../../shared/timeline'
import { Ago, WholeTime } from '../../parts/moment'
import { ServerText } from '../../parts/server-text'
import { useTimeline } from './use-timeline'

/** Where it has been and for how long: the API keeps only the present. */
export function Stages({ jobRef }: { readonly jobRef: JobRef }) {
  const timeline = useTimeline(jobRef)
  if (timeline === null) return <p className="py-2 text-soft">Reading…</p>
  if (timeline.stages.length === 0)
    return (
      <p className="py-2 text-soft">Jobtray has not seen this job run: it had ended before it was first looked at.</p>
    )
  const longest = Math.max(1, ...timeline.stages.map(({ seconds }) => seconds))
  return (
    <ol className="divide-y divide-line">
      {timeline.stages.toReversed().map(stretch => (
        <Stretch key={`${stretch.from} ${stretch.stage} ${stretch.status}`} stretch={stretch} longest={longest} />
      ))}
    </ol>
  )
}

function Stretch({ stretch, longest }: { readonly stretch: StageStretch; readonly longest: number }) {
  const { stage, status, from, to, seconds, unseenSeconds, beganBefore } = stretch
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 py-2">
      <ServerText text={stage ?? status} max={80} className="truncate font-medium" />
      <span className="text-right">
        {beganBefore && 'at least '}
        {durationText(seconds)}
        {to === null && ' so far'}
      </span>
      <span className="text-sm text-faint">
        {beganBefore ? 'first seen ' : 'since '}
        {to === null ? <Ago iso={from} /> : <WholeTime iso={from} />}
        {unseenSeconds > 0 && ` · nobody looked for ${durationText(unseenSeconds)} of it`}
      </span>
      <span aria-hidden className="h-1.5 w-24 self-center justify-self-end overflow-hidden rounded-full bg-track">
        <span className="block h-full bg-accent" style={{ width: `${(100 * seconds) / longest}%` }} />
      </span>
    </li>
  )
}
