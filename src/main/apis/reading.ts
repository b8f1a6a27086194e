import { z } from 'zod'
import { bad, good, type Result } from '../../shared/fault'

export type OpenRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is OpenRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A number, or a text that is plainly one (api-notes E42). */
export const numeric = z.union(
  [
    z.number(),
    z
      .string()
      .regex(/^\s*[+-]?\d+(\.\d+)?\s*$/)
      .transform(Number),
  ],
  { error: 'is not a number' },
)

export const text = z.string({ error: 'is not text' })

/**
 * A field that may be missing or null. Of the wrong type it counts as missing: what the vendor calls optional must not
 * cost the rest of the answer (reliability fault 20).
 */
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().optional().catch(undefined)

export const maybeText = optional(z.string())
export const maybeNumber = optional(numeric)
export const maybeRecord = optional(z.custom<OpenRecord>(isRecord))
/** Entries are read later and one by one: most of a long list is only counted. */
export const maybeList = optional(z.array(z.unknown()))

/** Parses a whole answer, or names the first field that is missing or of the wrong kind. Unknown fields are passed over. */
export function readWire<T>(schema: z.ZodType<T>, json: unknown): Result<T> {
  if (!isRecord(json)) return bad({ kind: 'garbled', what: 'it is not a JSON object' })
  const parsed = schema.safeParse(json)
  if (parsed.success) return good(parsed.data)
  const issue = parsed.error.issues[0]
  const field = String(issue?.path[0] ?? 'a field')
  const isMissing = !Object.hasOwn(json, field)
  return bad({ kind: 'garbled', what: `${field} ${isMissing ? 'is missing' : (issue?.message ?? 'cannot be read')}` })
}

/** An answer about some other job must not be written down under this one. Ids differ in case at most. */
export function aboutJob<T extends { readonly job_id: string }>(jobId: string, wire: T): Result<T> {
  const isSame = wire.job_id.trim().toLowerCase() === jobId.trim().toLowerCase()
  return isSame ? good(wire) : bad({ kind: 'garbled', what: 'job_id names another job' })
}

type Present<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> }

/** Leaves out what is undefined: absent must stay absent for the fold (architecture rule 4). */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>
}

/** Applies to what is there; null and undefined pass through. */
export function ifThere<T, R>(value: T | null | undefined, read: (there: T) => R): R | null | undefined {
  if (value === undefined) return undefined
  return value === null ? null : read(value)
}

/** A blank sentence says nothing. */
export const orNull = (line: string): string | null => (line === '' ? null : line)
