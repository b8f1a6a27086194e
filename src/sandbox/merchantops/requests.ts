import { z } from 'zod'

const object = z.record(z.string(), z.unknown())
const count = z.int().min(0)

export const createRequest = z.object({
  job_type: z.string(),
  total_items: count,
  metadata: object.optional(),
  triggered_by: z.string().nullish(),
})

const entry = z.object({
  entity_key: z.string(),
  entity_type: z.string().default('job'),
  error_type: z.string(),
  message: z.string(),
  details: object.nullish(),
  step: z.string().nullish(),
})

export const progressRequest = z.object({
  error: entry.nullish(),
  warning: entry.nullish(),
  mark_started: z.boolean().default(false),
  mark_completed: z.boolean().default(false),
  mark_failed: z.string().nullish(),
  message: z.string().nullish(),
  metadata_patch: object.nullish(),
  processed_items: count.nullish(),
  total_items: count.nullish(),
  stage: z.string().nullish(),
})

export type CreateRequest = z.infer<typeof createRequest>
export type EntryRequest = z.input<typeof entry>
/** A progress report as a caller may write it: everything optional. */
export type ProgressRequest = z.input<typeof progressRequest>
