import type { Vendor } from './connection'
import type { FaultKind, StandingFault } from './fault'
import { notReached } from './items-left'
import type { Outcome, Phase } from './job'
import { serverTroubles } from './server-trouble'
import type { ConnectionView, Snapshot, WatchedJob } from './snapshot'
import { type Group, groupOf, unseenWorries } from './standing'
import { isNotFound } from './state-words'
import { faultSentence } from './wording'

/** One line of `jobtray list --json`: the field names are a contract with scripts (issue 2). */
export type ListedJob = {
  readonly connection: string
  readonly vendor: Vendor
  readonly jobId: string
  readonly jobType: string | null
  readonly status: string | null
  readonly phase: Phase
  readonly outcome: Outcome | null
  readonly percent: number | null
  readonly total: number | null
  readonly processed: number | null
  readonly failed: number | null
  readonly warned: number | null
  /** Items that an ended job came to neither well nor badly; 0 while it goes on, or where they are not counted. */
  readonly notReached: number
  readonly stage: string | null
  readonly seenAt: string | null
  /** Where it stands in the list: what a person should look at, what goes on, what is over. */
  readonly group: Group
  /** No answer ever showed it, and its server knows no such job. */
  readonly notFound: boolean
  /** The server does not have it any more: what is told is what was last seen. */
  readonly gone: boolean
  /** Its connection, or everything, is not looked at: a person's choice. */
  readonly paused: boolean
  readonly fault: { readonly kind: FaultKind; readonly since: string; readonly message: string } | null
}

/**
 * A connection's standing fault is each of its jobs' fault, and a server that cannot be reached is that of each job that
 * goes on: a script should not have to look in two places.
 */
export function listJobs(snapshot: Snapshot, jobs = snapshot.jobs): readonly ListedJob[] {
  const connections = new Map(snapshot.connections.map(connection => [connection.id, connection]))
  const unseen = unseenWorries(snapshot.notices)
  const troubles = serverTroubles(snapshot.jobs)
  return jobs.map(watched => {
    const connection = connections.get(watched.ref.connectionId)
    const trouble = troubles.get(watched.ref.connectionId) ?? null
    const paused = snapshot.settings.paused || connection?.paused === true
    return {
      ...known(watched, connection),
      group: groupOf(watched, unseen),
      notFound: isNotFound(watched),
      gone: watched.gone,
      paused,
      fault: faultOf(
        connection?.fault ?? watched.fault ?? (goesOn(watched) ? trouble : null),
        connection?.organization,
      ),
    }
  })
}

const goesOn = ({ job, gone }: WatchedJob): boolean => !gone && job?.phase !== 'ended'

const faultOf = (standing: StandingFault | null, organization: string | null | undefined): ListedJob['fault'] =>
  standing && {
    kind: standing.fault.kind,
    since: standing.since,
    message: faultSentence(standing.fault, organization),
  }

const known = (
  { ref, vendor, job, seenAt }: WatchedJob,
  connection: ConnectionView | undefined,
): Omit<ListedJob, 'group' | 'notFound' | 'gone' | 'paused' | 'fault'> => ({
  connection: connection?.name ?? ref.connectionId,
  vendor,
  jobId: ref.jobId,
  jobType: job?.jobType ?? null,
  status: job?.status ?? null,
  phase: job?.phase ?? 'unknown',
  outcome: job?.outcome ?? null,
  percent: job?.percent.value ?? null,
  total: job?.total ?? null,
  processed: job?.processed ?? null,
  failed: job?.failed ?? null,
  warned: job?.warned ?? null,
  notReached: job === null ? 0 : notReached(job),
  stage: job?.stage ?? null,
  seenAt,
})
