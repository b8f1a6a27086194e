import { z } from 'zod'
import type { CreateInput } from '../../../shared/progress'
import { ifValue, type ReadForm, unreadables } from './gather'
import { readCount, readObject, readText } from './read-field'

/** A new job as typed. */
export type CreateForm = Readonly<Record<'jobType' | 'total' | 'metadata' | 'triggeredBy', string>>

export const emptyCreate: CreateForm = { jobType: '', total: '', metadata: '', triggeredBy: '' }

export const createFields = ['job_type', 'total_items', 'metadata', 'triggered_by'] as const
export type CreateField = (typeof createFields)[number]

/** Blank is left out; a job type that is missing is complained of by main, at its field (api-notes E30). */
export function readCreate(form: CreateForm): ReadForm<CreateInput> {
  const total = readCount(form.total)
  const metadata = readObject(form.metadata)
  return {
    input: {
      jobType: form.jobType.trim(),
      ...ifValue('totalItems', total),
      ...ifValue('metadata', metadata),
      ...ifValue('triggeredBy', readText(form.triggeredBy)),
    },
    complaints: unreadables({ total_items: total, metadata }),
  }
}

/** A template, or a post that was made elsewhere, as the form shows it. */
export const createFormOf = (input: CreateInput): CreateForm => ({
  jobType: input.jobType,
  total: input.totalItems === undefined ? '' : String(input.totalItems),
  metadata: input.metadata === undefined ? '' : JSON.stringify(input.metadata, null, 2),
  triggeredBy: input.triggeredBy ?? '',
})

export const createFormSchema = z.strictObject({
  jobType: z.string(),
  total: z.string(),
  metadata: z.string(),
  triggeredBy: z.string(),
}) satisfies z.ZodType<CreateForm>
