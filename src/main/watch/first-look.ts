import type { Job } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'

/** A job runs for minutes at least: one that has ended when it is looked at this soon after it was added, ms, had ended before. */
const soonMs = 2 * 60_000

/**
 * Whether an ending that the first good look shows came while the job was on the list, and is news (architecture rule 2 is
 * about the others). The server's own time of the end decides, taken to this computer's clock; `clockAheadMs`: how far the
 * server's is ahead. Where the server tells no such time, a job that began after it was added ended after it as well;
 * else an ending that nobody could have seen for minutes is told, for one that is lost is worse than one that is old.
 */
export function endedOnTheList(after: WatchedJob, job: Job, clockAheadMs: number): boolean {
  const since = Date.parse(after.newsSince ?? after.addedAt)
  const end = endOf(job)
  if (end !== null) return end - clockAheadMs > since
  const begin = readable(job.startedAt) ?? readable(job.createdAt)
  if (begin !== null && begin - clockAheadMs > since) return true
  return (readable(after.seenAt) ?? since) - since > soonMs
}

/** Ms since 1970 by the server's clock; null when it does not say. */
export function endOf({ completedAt, startedAt, durationSeconds }: Job): number | null {
  const end = readable(completedAt)
  const start = readable(startedAt)
  return end ?? (start === null || durationSeconds === null ? null : start + durationSeconds * 1_000)
}

/** Shown as it was sent when it is no time (api-notes E15). */
function readable(time: string | null): number | null {
  const ms = Date.parse(time ?? '')
  return Number.isNaN(ms) ? null : ms
}
