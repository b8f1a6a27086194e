import { assertNever } from '../../shared/fault'
import { uncountedErrors } from '../../shared/job'
import { counted } from '../../shared/numbers'
import type { WatchedJob } from '../../shared/snapshot'
import { jobTypeName, outcomeVerb } from '../../shared/wording'

/** The headline of a job's page: `Enrichment finished with warnings`, `Crawl is running`. */
export function jobSentence({ job, fault, gone }: WatchedJob): string {
  if (job === null) {
    if (gone) return 'Job is gone from the server'
    return fault === null ? 'Looking for the first time…' : 'Job not seen yet'
  }
  const type = jobTypeName(job.jobType)
  if (job.outcome !== null) {
    const errors = job.outcome === 'succeeded' || job.outcome === 'warned' ? uncountedErrors(job) : 0
    const listed = errors === 0 ? '' : `, yet ${counted(errors, 'error')} ${errors === 1 ? 'is' : 'are'} listed`
    return `${type} ${outcomeVerb(job.outcome, job.status)}${listed}`
  }
  switch (job.phase) {
    case 'queued':
      return `${type} is queued`
    case 'running':
      return `${type} is running`
    case 'ended':
      return `${type} ended`
    case 'unknown':
      return job.status === '' ? `${type} is in an unknown state` : `${type} is in state “${job.status}”`
    default:
      return assertNever(job.phase)
  }
}
