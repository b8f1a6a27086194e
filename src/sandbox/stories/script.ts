import { RETAIL_STATUS } from '../assumptions'
import { merchantJobId, uuid } from '../ids'
import type { Life } from '../job-store'
import { type MerchantJob, newMerchantJob } from '../merchantops/job'
import { progressed } from '../merchantops/progress'
import type { EntryRequest, ProgressRequest } from '../merchantops/requests'
import { newRetailJob, type RetailJob } from '../retailgrid/job'
import type { Stage } from '../story'

/** What happens so many seconds after a job's birth: a worker's report, or something that no worker could do. */
export type Step = readonly [
  seconds: number,
  happens: ProgressRequest | ((job: MerchantJob, at: number) => MerchantJob),
]

export function scripted(job: MerchantJob, steps: readonly Step[]): Life<MerchantJob> {
  return now =>
    steps.reduce((before, [seconds, happens]) => {
      const at = job.created_at + seconds * 1000
      if (at > now) return before
      return typeof happens === 'function' ? happens(before, at) : progressed(before, happens, at)
    }, job)
}

/** Puts a scripted MerchantOps job on the stage. Returns its id. */
export function play(stage: Stage, title: string, steps: readonly Step[], given: Partial<MerchantJob> = {}): string {
  const jobType = given.job_type ?? 'enrichment'
  const job = newMerchantJob({
    job_id: merchantJobId(jobType, stage.random),
    organization_id: stage.organization,
    job_type: jobType,
    created_at: stage.clock.now(),
    triggered_by: 'ines.moreau',
    ...given,
    metadata: { title, ...given.metadata },
  })
  stage.merchantops.add(job.job_id, scripted(job, steps), 'story')
  return job.job_id
}

/** The same for Retailgrid: the fields that hold from each second on. */
export function playRetail(
  stage: Stage,
  given: Partial<RetailJob>,
  steps: readonly (readonly [seconds: number, fields: Partial<RetailJob>])[],
): string {
  const created_at = stage.clock.now()
  const base = { job_id: uuid(stage.random), caller: stage.retailCaller, job_type: 'bulk_upsert', created_at }
  const job = newRetailJob({ ...base, ...given })
  const moments = (status: string | undefined, at: number): Partial<RetailJob> => {
    if (status === RETAIL_STATUS.running) return { started_at: at }
    return status === RETAIL_STATUS.done || status === RETAIL_STATUS.failed ? { completed_at: at } : {}
  }
  const life = (now: number) => {
    let reached = job
    for (const [seconds, fields] of steps) {
      const at = created_at + seconds * 1000
      if (at <= now) reached = { ...reached, ...fields, ...moments(fields.status, at) }
    }
    return reached
  }
  stage.retailgrid.add(job.job_id, life, 'story')
  return job.job_id
}

/** A report every so many seconds, so that items go up evenly. */
export function evenly(from: number, to: number, every: number, total: number): readonly Step[] {
  const steps = Math.max(1, Math.floor((to - from) / every))
  return Array.from({ length: steps }, (_, index): Step => {
    const done = Math.round((total * (index + 1)) / steps)
    return [from + every * (index + 1), { processed_items: done, message: `${done} of ${total} done` }]
  })
}

export const onProduct = (sku: string, error_type: string, message: string, step = 'validate'): EntryRequest => ({
  entity_key: sku,
  entity_type: 'product',
  error_type,
  message,
  step,
})

/** A plain job of two minutes, for stories in which something else goes wrong. */
export const steady = (stage: Stage, title: string, given: Partial<MerchantJob> = {}): string =>
  play(
    stage,
    title,
    [[1, { mark_started: true, stage: 'enriching' }], ...evenly(1, 120, 3, 240), [121, { mark_completed: true }]],
    { total_items: 240, ...given },
  )
