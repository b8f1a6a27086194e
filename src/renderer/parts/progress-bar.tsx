import type { Job } from '../../shared/job'
import { countsSentence, endedCountsSentence } from '../../shared/wording'
import { barParts } from '../jobs/bar-parts'
import { cx } from './class-names'

type Props = { readonly job: Job; readonly thick?: boolean; readonly className?: string }

const done = (job: Job): string => {
  if (job.phase !== 'ended') return 'bg-accent'
  return job.outcome === 'succeeded' || job.outcome === 'warned' ? 'bg-good' : 'bg-faint'
}

/** Processed, warned and failed, side by side. A part too small to be seen still gets a sliver: it is what matters. */
export function ProgressBar({ job, thick = false, className }: Props) {
  const parts = barParts(job)
  const said = job.phase === 'ended' ? endedCountsSentence(job) : countsSentence(job)
  return (
    <div
      role="progressbar"
      aria-label="Progress"
      aria-valuemin={0}
      aria-valuemax={100}
      {...(parts ? { 'aria-valuenow': Math.round(parts.processed + parts.warned + parts.failed) } : {})}
      aria-valuetext={said === '' ? 'No counts reported' : said}
      className={cx(
        'bar-colours flex gap-px overflow-hidden rounded-full bg-track',
        thick ? 'h-2.5' : 'h-1.5',
        className,
      )}
    >
      {parts === null && job.phase === 'running' && <div className="bar-hatch w-full opacity-70" />}
      {parts !== null && (
        <>
          {part(parts.processed, done(job))}
          {part(parts.warned, 'min-w-[0.1875rem] shrink-0 bg-bar-warn')}
          {part(parts.failed, 'min-w-[0.1875rem] shrink-0 bg-bar-bad')}
        </>
      )}
    </div>
  )
}

const part = (share: number, className: string) =>
  share > 0 && <div className={className} style={{ width: `${share}%` }} />
