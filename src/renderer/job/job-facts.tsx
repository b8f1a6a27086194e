import type { ReactNode } from 'react'
import { vendorNames } from '../../shared/connection'
import type { Job } from '../../shared/job'
import { successText } from '../../shared/numbers'
import type { WatchedJob } from '../../shared/snapshot'
import { rateText } from '../../shared/speed-wording'
import { stateName } from '../../shared/wording'
import { Ago, WholeTime } from '../parts/moment'
import { ServerText } from '../parts/server-text'
import { useClock } from '../state/clock'
import { useMirror } from '../state/mirror-store'
import { elapsedText } from '../words/elapsed'
import { LinkedJobs } from './linked-jobs'

/** What is known beside the counts, one line each; what is not known has no line. */
export function JobFacts({ watched }: { readonly watched: WatchedJob }) {
  const { job } = watched
  // A time of the server's is taken from what its clock says now.
  const ahead = useMirror(mirror => mirror.connections.get(watched.ref.connectionId)?.clockAheadMs ?? 0)
  const elapsed = useClock(now => elapsedText(watched, now, ahead))
  return (
    <div className="flex flex-col gap-5">
      <dl className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
        {job && <Fact name="State">{stateName(job)}</Fact>}
        {job && <Server name="Server’s word" text={job.status} />}
        {job && <Server name="Stage" text={job.stage} />}
        {job && <Time name="Created" iso={job.createdAt} />}
        {job && <Time name="Started" iso={job.startedAt} />}
        {job && <Time name="Finished" iso={job.completedAt} />}
        {elapsed !== '' && <Fact name={job?.phase === 'ended' ? 'Took' : 'Running for'}>{elapsed}</Fact>}
        {watched.speed != null && rateText(watched.speed) !== '' && <Fact name="Speed">{rateText(watched.speed)}</Fact>}
        {job && job.successRate !== null && hasBegun(job) && (
          <Fact name="Success rate">{successText(job.successRate)}</Fact>
        )}
        {job && job.epoch > 0 && (
          <Fact name="Run">{`${job.epoch + 1}. run: it was started again after it had ended`}</Fact>
        )}
        {job && <Server name="Triggered by" text={job.triggeredBy} />}
        {job && <Server name="Grid" text={job.gridId} mono />}
        <Fact name="Vendor">{vendorNames[watched.vendor]}</Fact>
        <Time name="Watched since" iso={watched.addedAt} />
        {watched.seenAt && (
          <Fact name="Last seen">
            <Ago iso={watched.seenAt} />
          </Fact>
        )}
      </dl>
      {job && <LinkedJobs watched={watched} />}
    </div>
  )
}

/** A rate of nothing is no rate: servers send 0 or 100 before the first item. */
const hasBegun = ({ processed, failed }: Job): boolean => (processed ?? 0) + (failed ?? 0) > 0

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-faint">{name}</dt>
    <dd className="min-w-0 break-words select-text">{children}</dd>
  </>
)

type ServerProps = { readonly name: string; readonly text: string | null; readonly mono?: boolean }

const Server = ({ name, text, mono = false }: ServerProps) =>
  text !== null &&
  text !== '' && (
    <Fact name={name}>
      <ServerText text={text} max={200} {...(mono ? { className: 'font-mono break-all' } : {})} />
    </Fact>
  )

const Time = ({ name, iso }: { readonly name: string; readonly iso: string | null }) =>
  iso !== null && (
    <Fact name={name}>
      <WholeTime iso={iso} />
    </Fact>
  )
