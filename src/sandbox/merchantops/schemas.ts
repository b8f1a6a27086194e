import { z } from 'zod'

const object = z.record(z.string(), z.unknown())
const text = z.string()

export const jobErrorResponse = z.object({
  entity_key: text,
  entity_type: text,
  error_type: text,
  message: text,
  timestamp: text,
  details: object.nullish(),
  step: text.nullish(),
})

export const jobReferenceKeyResponse = z.object({ entity_type: text, key: text })

export const jobStatusResponse = z.object({
  job_id: text,
  status: text,
  progress_percentage: z.number(),
  processed_items: z.int(),
  total_items: z.int(),
  failed_items: z.int(),
})

export const jobResponse = z.object({
  ...jobStatusResponse.shape,
  job_type: text,
  success_rate: z.number(),
  warned_items: z.int().default(0).optional(),
  created_at: text.nullish(),
  started_at: text.nullish(),
  completed_at: text.nullish(),
  duration_seconds: z.number().nullish(),
  error_message: text.nullish(),
  errors: z.array(jobErrorResponse).optional(),
  warnings: z.array(jobErrorResponse).optional(),
  metadata: object.nullish(),
  triggered_by: text.nullish(),
})

export const jobDetailResponse = z.object({
  ...jobResponse.shape,
  error_details: object.nullish(),
  reference_keys: z.array(jobReferenceKeyResponse).optional(),
})
