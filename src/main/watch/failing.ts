import { failingShare } from '../../shared/failing'
import type { Job, JobRef } from '../../shared/job'

/** As many ended jobs make a usual. */
const fewestJobs = 3

/** What share of their items the ended jobs of each type and connection failed, all taken together. */
export function createUsualFailing() {
  const types = new Map<string, { jobs: number; handled: number; failed: number }>()
  const keyOf = (ref: JobRef, jobType: string | null) => `${ref.connectionId}/${jobType ?? ''}`

  return {
    learn(ref: JobRef, job: Job): void {
      if (job.phase !== 'ended' || failingShare(job) === null) return
      const key = keyOf(ref, job.jobType)
      const { jobs, handled, failed } = types.get(key) ?? { jobs: 0, handled: 0, failed: 0 }
      const ownFailed = job.failed ?? 0
      types.set(key, {
        jobs: jobs + 1,
        handled: handled + (job.processed ?? 0) + ownFailed,
        failed: failed + ownFailed,
      })
    },
    /** 0-1; null while too few have ended. */
    of(ref: JobRef, jobType: string | null): number | null {
      const known = types.get(keyOf(ref, jobType))
      return known === undefined || known.jobs < fewestJobs ? null : known.failed / known.handled
    },
  }
}

export type UsualFailing = ReturnType<typeof createUsualFailing>
