import { RETAIL_STATUS } from '../assumptions'
import type { Json } from '../merchantops/job'
import { retailStamp } from '../stamps'

/** A Retailgrid job as the sandbox keeps it. Times in ms of the sandbox's clock; `progress` 0-100, whole. */
export type RetailJob = {
  readonly job_id: string
  /** Whose job it is: others get a 404. */
  readonly caller: string
  readonly job_type: string
  readonly status: string
  readonly progress: number | null
  readonly created_at: number
  readonly started_at: number | null
  readonly completed_at: number | null
  readonly error_message: string | null
  readonly grid_id: string | null
  readonly related_grid_fill_job_id: string | null
  readonly grid_items_count: number | null
  readonly overrides: Json
  readonly omitted: readonly string[]
}

type Given = Pick<RetailJob, 'job_id' | 'caller' | 'job_type' | 'created_at'> & Partial<RetailJob>

export function newRetailJob(given: Given): RetailJob {
  return {
    status: RETAIL_STATUS.queued,
    progress: 0,
    started_at: null,
    completed_at: null,
    error_message: null,
    grid_id: null,
    related_grid_fill_job_id: null,
    grid_items_count: null,
    overrides: {},
    omitted: [],
    ...given,
  }
}

/** `skew`, in ms, is how far the server's clock is off. */
export function retailAnswer(job: RetailJob, skew: number): Json {
  const { caller: _caller, overrides, omitted, ...fields } = job
  const stamp = (ms: number | null) => (ms === null ? null : retailStamp(ms + skew))
  const answer = {
    ...fields,
    created_at: stamp(job.created_at),
    started_at: stamp(job.started_at),
    completed_at: stamp(job.completed_at),
  }
  return Object.fromEntries(Object.entries({ ...answer, ...overrides }).filter(([name]) => !omitted.includes(name)))
}
