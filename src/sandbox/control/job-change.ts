import { z } from 'zod'
import type { MerchantJob } from '../merchantops/job'
import type { RetailJob } from '../retailgrid/job'

const object = z.record(z.string(), z.unknown())
const whole = z.int()
const textOrNull = z.string().nullable()

/** What a job itself may become. Any other value of a field is answered instead of the job's own. */
const merchantFields = {
  job_type: z.string(),
  status: z.string(),
  total_items: whole,
  processed_items: whole,
  failed_items: whole,
  warned_items: whole,
  started_at: z.null(),
  completed_at: z.null(),
  error_message: textOrNull,
  error_details: object.nullable(),
  metadata: object,
  triggered_by: textOrNull,
  reference_keys: z.union([
    z.array(z.strictObject({ entity_type: z.string(), key: z.string() })),
    z.strictObject({ entity_type: z.string(), prefix: z.string(), count: whole.min(0).max(1_000_000) }),
  ]),
} as const satisfies { readonly [Name in keyof MerchantJob]?: z.ZodType<Partial<MerchantJob>[Name]> }

const retailFields = {
  job_type: z.string(),
  status: z.string(),
  progress: whole.nullable(),
  started_at: z.null(),
  completed_at: z.null(),
  error_message: textOrNull,
  grid_id: textOrNull,
  related_grid_fill_job_id: textOrNull,
  grid_items_count: whole.nullable(),
} as const satisfies { readonly [Name in keyof RetailJob]?: z.ZodType<Partial<RetailJob>[Name]> }

export const jobChange = z.strictObject({
  /** Fields and their new values, of any type. */
  set: object.default({}),
  /** Fields to leave out of every answer. */
  omit: z.array(z.string()).default([]),
  /** Fields to answer as the job has them again. */
  restore: z.array(z.string()).default([]),
  /** MerchantOps alone: how its timestamps are written. */
  stamps: z.enum(['utc', 'naive']).optional(),
})

export type JobChange = z.infer<typeof jobChange>
type Dressed = Pick<MerchantJob, 'overrides' | 'omitted'>

function split(fields: Readonly<Record<string, z.ZodType>>, set: JobChange['set']) {
  const fits = ([name, value]: [string, unknown]) => fields[name]?.safeParse(value).success === true
  const entries = Object.entries(set)
  return {
    own: Object.fromEntries(entries.filter(fits)),
    odd: Object.fromEntries(entries.filter(entry => !fits(entry))),
  }
}

function dressed(job: Dressed, odd: Readonly<Record<string, unknown>>, { set, omit, restore }: JobChange): Dressed {
  const touched = (name: string) => Object.hasOwn(set, name) || restore.includes(name)
  const kept = Object.entries(job.overrides).filter(([name]) => !touched(name))
  return {
    overrides: { ...Object.fromEntries(kept), ...odd },
    omitted: [...job.omitted.filter(name => !touched(name)), ...omit],
  }
}

export function changedMerchant(job: MerchantJob, change: JobChange): MerchantJob {
  const { own, odd } = split(merchantFields, change.set)
  const fields = z.object(merchantFields).partial().parse(own)
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return { ...job, ...given, ...dressed(job, odd, change), stamps: change.stamps ?? job.stamps }
}

export function changedRetail(job: RetailJob, change: JobChange): RetailJob {
  const { own, odd } = split(retailFields, change.set)
  const fields = z.object(retailFields).partial().parse(own)
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return { ...job, ...given, ...dressed(job, odd, change) }
}
