import type { JobLink, JobRef } from '../../src/shared/job'
import { refKey } from '../../src/shared/job'
import type { WatchedJob } from '../../src/shared/snapshot'
import { aJob, aWatchedJob } from './builders'

export const refOf = (jobId: string): JobRef => ({ connectionId: 'c1', jobId })

export const linksTo = (...jobIds: readonly string[]): readonly JobLink[] =>
  jobIds.map(jobId => ({ via: 'import_job_id', jobId }))

/** A watched job that names others. */
export const aParent = (jobId: string, children: readonly string[], own: Partial<WatchedJob> = {}): WatchedJob => {
  const watched = aWatchedJob({ ref: refOf(jobId), ...own })
  return { ...watched, job: { ...(watched.job ?? aJob()), links: linksTo(...children) } }
}

/** The way to find one of these. */
export const among = (jobs: readonly WatchedJob[]): ((ref: JobRef) => WatchedJob | undefined) => {
  const byKey = new Map(jobs.map(watched => [refKey(watched.ref), watched]))
  return ref => byKey.get(refKey(ref))
}
