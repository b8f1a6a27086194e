import { z } from 'zod'

/** A JSON object as a person wrote it: a list, a text or null is none (issue 4, api-notes E27, E30). */
export type OpenRecord = Readonly<Record<string, unknown>>

/** What creates a job. A field that is absent is not sent; `totalItems` may be absent in a draft only (api-notes E30). */
export type CreateInput = {
  readonly jobType: string
  readonly totalItems?: number
  readonly metadata?: OpenRecord
  readonly triggeredBy?: string
}

export type IssueInput = {
  readonly entityKey: string
  readonly errorType: string
  readonly message: string
  readonly entityType?: string
  readonly step?: string
  readonly details?: OpenRecord
}

/** One choice, so that contradicting marks cannot be sent together (api-notes E26). `fail` carries its sentence. */
export type Transition =
  | { readonly kind: 'start' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'fail'; readonly message: string }

/** Only what is present is sent (api-notes E25). */
export type ProgressInput = {
  readonly transition?: Transition
  readonly totalItems?: number
  readonly processedItems?: number
  readonly stage?: string
  readonly message?: string
  readonly metadataPatch?: OpenRecord
  readonly error?: IssueInput
  readonly warning?: IssueInput
}

/** Only the shape is checked here: main answers what is wrong with a value at its field. `undefined` is not absent. */
const text = z.string().max(100_000)
const record = z.record(z.string(), z.unknown())
const count = z.number()

export const createInputSchema = z.strictObject({
  jobType: text,
  totalItems: count.exactOptional(),
  metadata: record.exactOptional(),
  triggeredBy: text.exactOptional(),
}) satisfies z.ZodType<CreateInput>

const issueInputSchema = z.strictObject({
  entityKey: text,
  errorType: text,
  message: text,
  entityType: text.exactOptional(),
  step: text.exactOptional(),
  details: record.exactOptional(),
}) satisfies z.ZodType<IssueInput>

const transitionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('complete') }),
  z.strictObject({ kind: z.literal('fail'), message: text }),
]) satisfies z.ZodType<Transition>

export const progressInputSchema = z.strictObject({
  transition: transitionSchema.exactOptional(),
  totalItems: count.exactOptional(),
  processedItems: count.exactOptional(),
  stage: text.exactOptional(),
  message: text.exactOptional(),
  metadataPatch: record.exactOptional(),
  error: issueInputSchema.exactOptional(),
  warning: issueInputSchema.exactOptional(),
}) satisfies z.ZodType<ProgressInput>
