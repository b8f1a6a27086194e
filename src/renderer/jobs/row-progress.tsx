import { percentText } from '../../shared/numbers'
import type { WatchedJob } from '../../shared/snapshot'
import { rateText } from '../../shared/speed-wording'
import { cx } from '../parts/class-names'
import { ProgressBar } from '../parts/progress-bar'
import { shownPercent } from '../words/shown-percent'
import { RowCounts } from './row-counts'

/** The bar with its figure, and the counts below it. */
export function RowProgress({ watched }: { readonly watched: WatchedJob }) {
  const { job } = watched
  if (job === null) return null
  const running = job.phase === 'running' || job.phase === 'unknown'
  const percent = running ? shownPercent(job) : null
  return (
    <>
      <div
        className={cx(
          'col-start-2 -col-end-1 row-start-3 flex h-5 items-center gap-2.5 @xl/page:row-start-1 @xl/page:mr-35 @xl/page:w-[calc(var(--side)-8.75rem)] @xl/page:justify-self-end',
          !running && 'pr-12.5',
        )}
      >
        <ProgressBar job={job} className="min-w-0 flex-1" />
        {running && (
          <span className="w-10 shrink-0 text-right whitespace-nowrap text-sm font-medium">
            {percent !== null && percentText(percent)}
          </span>
        )}
      </div>
      <RowCounts
        job={job}
        rate={watched.speed == null ? '' : rateText(watched.speed)}
        className="col-start-2 row-start-4 min-w-0 @max-sm/page:-col-end-1 @xl/page:col-start-3 @xl/page:row-start-2 @xl/page:max-w-[calc(var(--side)-0.75rem)]"
      />
    </>
  )
}
