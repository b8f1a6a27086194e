import type { JobRef } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { DetailState } from '../state/detail'
import { Course } from './course/course'
import { IssueSummary } from './issue-summary'
import { JobCounts } from './job-counts'
import { JobFacts } from './job-facts'
import { JobReason } from './job-reason'
import { ValueTree } from './value-tree'

type Props = {
  readonly watched: WatchedJob
  readonly jobRef: JobRef
  readonly state: DetailState
  readonly onOpen: (part: 'errors' | 'warnings') => void
}

/** How far, how it went, what went wrong; the facts beside it. */
export function JobOverview({ watched, jobRef, state, onOpen }: Props) {
  const { job } = watched
  const errorDetails = state.detail?.errorDetails ?? null
  return (
    <div className="grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-6 px-5 py-5 @max-lg/page:px-3 @max-lg/page:py-4 @2xl/page:grid-cols-[minmax(0,1fr)_14.5rem] @5xl/page:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="flex min-w-0 flex-col gap-5">
        {job && <JobCounts job={job} />}
        {job && <JobReason job={job} />}
        {state.trouble !== null && (
          <p role="alert" className="text-bad">
            {state.trouble}
          </p>
        )}
        {job && (
          <IssueSummary jobRef={jobRef} list="errors" listed={job.errorsListed} onOpen={() => onOpen('errors')} />
        )}
        {job && (
          <IssueSummary jobRef={jobRef} list="warnings" listed={job.warningsListed} onOpen={() => onOpen('warnings')} />
        )}
        {job && <Course jobRef={jobRef} />}
        {errorDetails !== null && (
          <section>
            <h2 className="mb-1 text-sm font-semibold">Error details</h2>
            <ValueTree value={errorDetails} />
          </section>
        )}
      </div>
      <aside aria-label="Facts" className="min-w-0 @2xl/page:border-l @2xl/page:border-line @2xl/page:pl-6">
        <JobFacts watched={watched} />
      </aside>
    </div>
  )
}
