import type { WatchedJob } from '../../shared/snapshot'
import { durationText, msOf } from './times'

/** How long a job took or has been running, in seconds; null when no time of it is known (api-notes E16). */
export function elapsedSeconds(watched: WatchedJob, now: number): number | null {
  const { job } = watched
  if (job === null) return null
  if (job.durationSeconds !== null) return job.durationSeconds
  const start = msOf(job.startedAt) ?? (job.phase === 'queued' ? null : msOf(job.createdAt))
  if (start === null) return null
  const end = job.phase === 'ended' ? (msOf(job.completedAt) ?? msOf(watched.endedSeenAt)) : now
  return end === null ? null : Math.max(0, (end - start) / 1_000)
}

export function elapsedText(watched: WatchedJob, now: number): string {
  const seconds = elapsedSeconds(watched, now)
  return seconds === null ? '' : durationText(seconds)
}
