import { z } from 'zod'
import { maybeNumber, maybeText, text } from '../reading'

/** The one answer Retailgrid has. Its page forbids extra fields; they are passed over all the same (api-notes E35). */
export const wireJobSchema = z.object({
  job_id: text,
  job_type: text,
  status: text,
  created_at: text,
  progress: maybeNumber,
  started_at: maybeText,
  completed_at: maybeText,
  error_message: maybeText,
  grid_id: maybeText,
  related_grid_fill_job_id: maybeText,
  grid_items_count: maybeNumber,
})

export type WireJob = z.infer<typeof wireJobSchema>
