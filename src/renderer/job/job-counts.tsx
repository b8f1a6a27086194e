import type { ReactNode } from 'react'
import { notReached } from '../../shared/items-left'
import type { Job } from '../../shared/job'
import { count } from '../../shared/numbers'
import { cx } from '../parts/class-names'
import { ProgressBar } from '../parts/progress-bar'
import { failedInPercent, serverPercentSentence } from '../words/shown-percent'

/** The bar, and under it the server's own figures: they need not add up, and we do not make them (api-notes E6, E7). */
export function JobCounts({ job }: { readonly job: Job }) {
  const { total, processed, failed, warned } = job
  const said = serverPercentSentence(job)
  const left = notReached(job)
  const over = total !== null && processed !== null && processed > total
  return (
    <section aria-label="Counts" className="flex flex-col gap-3">
      <ProgressBar job={job} thick />
      <dl className="flex flex-wrap gap-x-5 gap-y-3 @4xl/page:gap-x-7">
        {processed !== null && <Figure name="Processed" value={count(processed)} dot="bg-accent" ended={job} />}
        {failed !== null && <Figure name="Failed" value={count(failed)} dot={failed > 0 ? 'bg-bar-bad' : 'bg-track'} />}
        {warned !== null && (
          <Figure name="With warnings" value={count(warned)} dot={warned > 0 ? 'bg-bar-warn' : 'bg-track'} />
        )}
        {left > 0 && <Figure name="Not reached" value={count(left)} dot="bg-track" />}
        {total !== null && (
          <Figure name="Total" value={total === 0 && job.phase !== 'ended' ? 'counting…' : count(total)} />
        )}
        {job.progressSent !== null && <Figure name="Progress as sent" value={count(job.progressSent)} />}
        {job.gridItemsCount !== null && <Figure name="Items in the grid" value={count(job.gridItemsCount)} />}
      </dl>
      {said !== '' && <p className="text-sm text-soft">{said}</p>}
      {failed !== null && failedInPercent(job) && (
        <p className="text-sm text-soft">
          The percentage counts {failed === 1 ? 'the one that failed' : `the ${count(failed)} that failed`} too.
        </p>
      )}
      {over && <p className="text-sm text-soft">The server reports more items processed than there are in total.</p>}
      {job.percent.source === 'none' &&
        total === null &&
        processed === null &&
        job.progressSent === null &&
        job.phase === 'running' && <p className="text-sm text-soft">The server has not said how far it is.</p>}
    </section>
  )
}

type FigureProps = { readonly name: ReactNode; readonly value: string; readonly dot?: string; readonly ended?: Job }

const Figure = ({ name, value, dot, ended }: FigureProps) => (
  <div className="flex flex-col">
    <dt className="flex items-center gap-1.5 text-sm text-soft">
      {dot && <span aria-hidden className={cx('bar-colours size-2 rounded-sm', ended ? processedDot(ended) : dot)} />}
      {name}
    </dt>
    <dd className="text-xl font-semibold tracking-tight select-text">{value}</dd>
  </div>
)

const processedDot = (job: Job): string =>
  job.phase !== 'ended' ? 'bg-accent' : job.outcome === 'succeeded' || job.outcome === 'warned' ? 'bg-good' : 'bg-faint'
