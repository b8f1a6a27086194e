import type { Job, JobRef } from '../../shared/job'

/** Before this many items a share says little (issue 5). */
export const fewestItems = 50
const muchFailing = 0.1
const timesUsual = 3
/** As many ended jobs make a usual. */
const fewestJobs = 3

type Counted = Pick<Job, 'processed' | 'failed'>

/** The part of the handled items that failed, 0-1; null while nobody can say. Processed ones do not include the failed. */
export function failingShare({ processed, failed }: Counted): number | null {
  const handled = (processed ?? 0) + (failed ?? 0)
  return failed === null || handled < fewestItems ? null : failed / handled
}

/** `usual`: the share of its type, 0-1. One failed item is told as the first failure and is not yet many. */
export function failsMuch(job: Counted, usual: number | null): boolean {
  const share = failingShare(job)
  if (share === null || job.failed === null || job.failed < 2) return false
  return share > muchFailing || (usual !== null && usual > 0 && share > usual * timesUsual)
}

/**
 * Whether clearly more fail than at the first look, which is no news: twice as many, or half of what did not.
 * `atFirst`: the share, 0-1.
 */
export function failsWorse(job: Counted, atFirst: number): boolean {
  const share = failingShare(job)
  return share !== null && share >= Math.min(2 * atFirst, (1 + atFirst) / 2)
}

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
