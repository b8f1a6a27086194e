import { z } from 'zod'

/** Apart from `job.ts`, which the window's first file holds: zod is not to be in it. */
export const jobRefSchema = z.strictObject({ connectionId: z.string().max(64), jobId: z.string().max(256) })
