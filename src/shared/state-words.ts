import type { WatchedJob } from './snapshot'

/** The word that a person filters an ending by. */
export const outcomeWords = {
  succeeded: 'finished',
  warned: 'warnings',
  partial: 'partial',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
} as const

/** The words that a job may be found by: its phase or outcome, and the server's own. */
export function statesOf({ job }: Pick<WatchedJob, 'job'>): readonly string[] {
  if (job === null) return ['unknown']
  return [job.outcome === null ? job.phase : outcomeWords[job.outcome], job.status.toLowerCase()]
}
