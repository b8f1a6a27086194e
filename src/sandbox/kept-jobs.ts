import type { JobStore } from './job-store'
import type { MerchantJob } from './merchantops/job'

/** Jobs that somebody has made or written to: no story brings them back, so whoever runs the sandbox may keep them. */
export type KeptJobs = {
  /** As an earlier run of the same story kept them. */
  readonly before: readonly MerchantJob[]
  /** Told of each such job when it is made and whenever it is written to. */
  readonly keep: (job: MerchantJob) => void
}

/** The store as the API writes to it. */
export const keeping = (store: JobStore<MerchantJob>, keep: KeptJobs['keep']): JobStore<MerchantJob> => ({
  ...store,
  add(jobId, job, via) {
    store.add(jobId, job, via)
    if (typeof job !== 'function') keep(job)
  },
  write(jobId, job) {
    store.write(jobId, job)
    keep(job)
  },
})

/** Once the story has been lived through: a job of its own that was written to is as it was left. */
export function restore(store: JobStore<MerchantJob>, before: readonly MerchantJob[]): void {
  for (const job of before) {
    if (store.read(job.job_id) === undefined) store.add(job.job_id, job, 'api')
    else store.write(job.job_id, job)
  }
}
