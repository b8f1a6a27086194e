import { INITIAL_STATUS } from '../assumptions'
import type { StampForm } from '../stamps'

/** Any JSON object. */
export type Json = Readonly<Record<string, unknown>>

/** An error or a warning as kept; `timestamp` in ms of the sandbox's clock. */
export type JobEntry = {
  readonly entity_key: string
  readonly entity_type: string
  readonly error_type: string
  readonly message: string
  readonly timestamp: number
  readonly details: Json | null
  readonly step: string | null
}

export type ReferenceKey = { readonly entity_type: string; readonly key: string }

/** Keys are listed, or counted out when the list would be huge. */
export type ReferenceKeys =
  | readonly ReferenceKey[]
  | { readonly entity_type: string; readonly prefix: string; readonly count: number }

/** A MerchantOps job as the sandbox keeps it. Times in ms of the sandbox's clock. */
export type MerchantJob = {
  readonly job_id: string
  readonly organization_id: string
  readonly job_type: string
  readonly status: string
  readonly total_items: number
  readonly processed_items: number
  readonly failed_items: number
  readonly warned_items: number
  readonly created_at: number
  readonly started_at: number | null
  readonly completed_at: number | null
  readonly error_message: string | null
  readonly error_details: Json | null
  readonly errors: readonly JobEntry[]
  readonly warnings: readonly JobEntry[]
  readonly metadata: Json
  readonly triggered_by: string | null
  readonly reference_keys: ReferenceKeys
  /** How this job's timestamps are written. */
  readonly stamps: StampForm
  /** Fields answered with another value than the job's own, of any type: states that the API cannot reach. */
  readonly overrides: Json
  /** Fields left out of every answer. */
  readonly omitted: readonly string[]
}

type Given = Pick<MerchantJob, 'job_id' | 'organization_id' | 'job_type' | 'created_at'> & Partial<MerchantJob>

export function newMerchantJob(given: Given): MerchantJob {
  return {
    status: INITIAL_STATUS,
    total_items: 0,
    processed_items: 0,
    failed_items: 0,
    warned_items: 0,
    started_at: null,
    completed_at: null,
    error_message: null,
    error_details: null,
    errors: [],
    warnings: [],
    metadata: {},
    triggered_by: null,
    reference_keys: [],
    stamps: 'utc',
    overrides: {},
    omitted: [],
    ...given,
  }
}
