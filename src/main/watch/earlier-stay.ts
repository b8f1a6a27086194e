import type { Job } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { endOf } from './first-look'

/** What the ledger holds of a job: its last epoch, and when the ending of that one was decided, ISO; null: it tells no ending. */
export type ToldBefore = { readonly epoch: number; readonly endedAt: string | null }

/** What a job that comes back onto the list must remember, lest its old ending be told again or a new one be lost. */
export function earlierStay({ job, earlier }: WatchedJob): Pick<WatchedJob, 'earlier'> {
  if (job === null) return earlier === undefined ? {} : { earlier }
  const { epoch, outcome, startedAt, completedAt } = job
  return { earlier: { epoch, outcome, startedAt, completedAt } }
}

/**
 * The epoch of a job at its first look. A notice's key holds the epoch, and the ledger keeps every key: what runs anew
 * while it is off the list begins above all of them, or its ending would pass for one that was told. The run that was
 * seen before goes on in its own epoch. `clockAheadMs`: how far the server's clock is ahead of this computer's.
 */
export function firstEpoch(
  job: Job,
  earlier: WatchedJob['earlier'],
  told: ToldBefore | null,
  clockAheadMs: number,
): number {
  if (earlier !== undefined && isSameRun(job, earlier)) return earlier.epoch
  if (earlier === undefined && told !== null && isToldEnding(job, told, clockAheadMs)) return told.epoch
  return Math.max(earlier?.epoch ?? -1, told?.epoch ?? -1) + 1
}

const isSameRun = (job: Job, { outcome, startedAt, completedAt }: NonNullable<WatchedJob['earlier']>): boolean =>
  job.startedAt === startedAt &&
  (outcome === null || (job.phase === 'ended' && job.outcome === outcome && job.completedAt === completedAt))

function isToldEnding(job: Job, { endedAt }: ToldBefore, clockAheadMs: number): boolean {
  const end = endOf(job)
  return job.phase === 'ended' && endedAt !== null && end !== null && end - clockAheadMs <= Date.parse(endedAt)
}
