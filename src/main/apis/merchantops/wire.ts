import { z } from 'zod'
import { maybeList, maybeNumber, maybeRecord, maybeText, numeric, text } from '../reading'

/** The light status: six fields, all required. */
export const wireStatusSchema = z.object({
  job_id: text,
  status: text,
  progress_percentage: numeric,
  processed_items: numeric,
  total_items: numeric,
  failed_items: numeric,
})

/** A job as create, progress and the detail read answer it; only the last carries error_details and reference_keys. */
export const wireJobSchema = wireStatusSchema.extend({
  job_type: text,
  success_rate: numeric,
  warned_items: maybeNumber,
  created_at: maybeText,
  started_at: maybeText,
  completed_at: maybeText,
  duration_seconds: maybeNumber,
  error_message: maybeText,
  error_details: maybeRecord,
  errors: maybeList,
  warnings: maybeList,
  reference_keys: maybeList,
  metadata: maybeRecord,
  triggered_by: maybeText,
})

const word = z.string().catch('')

/** One entry of errors[] or warnings[]; a field of the wrong kind is shown as blank rather than losing the entry. */
export const wireIssueSchema = z.object({
  entity_key: word,
  entity_type: word,
  error_type: word,
  message: word,
  timestamp: maybeText,
  step: maybeText,
  details: maybeRecord,
})

export const wireReferenceKeySchema = z.object({ entity_type: word, key: word })

export type WireStatus = z.infer<typeof wireStatusSchema>
export type WireJob = z.infer<typeof wireJobSchema>
