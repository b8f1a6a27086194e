import type { Vendor } from './connection'
import type { FaultKind } from './fault'
import type { Outcome, Phase } from './job'
import type { Snapshot } from './snapshot'
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
  readonly stage: string | null
  readonly seenAt: string | null
  readonly fault: { readonly kind: FaultKind; readonly since: string; readonly message: string } | null
}

/** A connection's standing fault is each of its jobs' fault: a script should not have to look in two places. */
export function listJobs(snapshot: Snapshot): readonly ListedJob[] {
  const connections = new Map(snapshot.connections.map(connection => [connection.id, connection]))
  return snapshot.jobs.map(watched => {
    const connection = connections.get(watched.ref.connectionId)
    const standing = connection?.fault ?? watched.fault
    const job = watched.job
    return {
      connection: connection?.name ?? watched.ref.connectionId,
      vendor: watched.vendor,
      jobId: watched.ref.jobId,
      jobType: job?.jobType ?? null,
      status: job?.status ?? null,
      phase: job?.phase ?? 'unknown',
      outcome: job?.outcome ?? null,
      percent: job?.percent.value ?? null,
      total: job?.total ?? null,
      processed: job?.processed ?? null,
      failed: job?.failed ?? null,
      warned: job?.warned ?? null,
      stage: job?.stage ?? null,
      seenAt: watched.seenAt,
      fault: standing && { kind: standing.fault.kind, since: standing.since, message: faultSentence(standing.fault) },
    }
  })
}
