import { durationText } from '../../shared/duration'
import type { WatchedJob } from '../../shared/snapshot'
import { msOf } from './times'

/**
 * How long a job took or has been running, in seconds; null when no time of it is known (api-notes E16).
 * `aheadMs`: how far the server's clock is ahead of ours, for its times are by its own (api-notes E15).
 */
export function elapsedSeconds(watched: WatchedJob, now: number, aheadMs = 0): number | null {
  const { job } = watched
  if (job === null) return null
  if (job.durationSeconds !== null) return job.durationSeconds
  const start = msOf(job.startedAt) ?? (job.phase === 'queued' ? null : msOf(job.createdAt))
  if (start === null || start < earliest) return null
  const end =
    job.phase === 'ended' ? (msOf(job.completedAt) ?? later(msOf(watched.endedSeenAt), aheadMs)) : now + aheadMs
  if (end !== null && end > now + aheadMs + day) return null
  return end === null ? null : Math.max(0, (end - start) / 1_000)
}

/** No job is older: a server that counts from 1970 has not set the time (reliability fault 59). */
const earliest = Date.UTC(2000, 0)
/** An end that is further ahead than any clock is wrong says nothing of how long it took, ms. */
const day = 86_400_000

const later = (time: number | null, ms: number): number | null => (time === null ? null : time + ms)

export function elapsedText(watched: WatchedJob, now: number, aheadMs = 0): string {
  const seconds = elapsedSeconds(watched, now, aheadMs)
  return seconds === null ? '' : durationText(seconds)
}
