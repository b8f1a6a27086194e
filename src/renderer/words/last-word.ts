import type { Job } from '../../shared/job'

/**
 * What a server last said of a job, for the line where a sentence is expected; null: nothing worth it. Of one that came
 * through to its end the message tells what its last stage was doing, as if it were still doing it.
 */
export function lastWord(job: Pick<Job, 'phase' | 'outcome' | 'errorMessage' | 'lastMessage'>): string | null {
  if (job.phase !== 'ended') return job.lastMessage
  const cameThrough = job.outcome === 'succeeded' || job.outcome === 'warned' || job.outcome === 'partial'
  return job.errorMessage ?? (cameThrough ? null : job.lastMessage)
}
