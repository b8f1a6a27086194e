import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type JsonVerdict, readJsonObject } from '../shared/json-object'
import type { CreateInput, IssueInput, OpenRecord, ProgressInput, Transition } from '../shared/progress'
import { CommandError } from './ask'
import { missing } from './command-line'

/** The options of create and post, as typed. */
export type PostFlags = {
  readonly type?: string | undefined
  readonly total?: string | undefined
  readonly metadata?: string | undefined
  readonly 'triggered-by'?: string | undefined
  readonly start?: boolean | undefined
  readonly complete?: boolean | undefined
  readonly fail?: string | undefined
  readonly processed?: string | undefined
  readonly stage?: string | undefined
  readonly message?: string | undefined
  readonly error?: string | undefined
  readonly warning?: string | undefined
  readonly patch?: string | undefined
}

/** Reads a file, or standard input for `-`. */
export type ReadText = (file: string) => string

export const readTextFile: ReadText = file => {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    throw new CommandError(`${file} cannot be read.`, 2)
  }
}

const wrong = (message: string) => new CommandError(message, 2)

function object(option: string, verdict: JsonVerdict): OpenRecord {
  if (verdict.ok) return verdict.value
  throw wrong(`${option}, line ${verdict.line}, column ${verdict.column}: ${verdict.why}`)
}

function count(option: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw wrong(`${option} takes a whole number, 0 or more.`)
  return Number(text)
}

const issueSchema = z.strictObject({
  entity_key: z.string(),
  error_type: z.string(),
  message: z.string(),
  entity_type: z.string().exactOptional(),
  step: z.string().exactOptional(),
  details: z.record(z.string(), z.unknown()).exactOptional(),
})

/** The vendor's own names, as its page shows them. */
function issue(option: string, text: string): IssueInput {
  const parsed = issueSchema.safeParse(object(option, readJsonObject(text)))
  if (!parsed.success) {
    const [first] = parsed.error.issues
    const name = first?.code === 'unrecognized_keys' ? first.keys[0] : first?.path[0]
    throw wrong(
      `${option}: ${String(name ?? 'a field')} is not as it must be. It takes entity_key, error_type, message and, if you like, entity_type, step, details.`,
    )
  }
  const { entity_key, error_type, message, entity_type, step, details } = parsed.data
  return {
    entityKey: entity_key,
    errorType: error_type,
    message,
    ...(entity_type === undefined ? {} : { entityType: entity_type }),
    ...(step === undefined ? {} : { step }),
    ...(details === undefined ? {} : { details }),
  }
}

function transition({ start, complete, fail }: PostFlags): { readonly transition?: Transition } {
  const chosen: Transition[] = [
    ...(start ? [{ kind: 'start' } as const] : []),
    ...(complete ? [{ kind: 'complete' } as const] : []),
    ...(fail === undefined ? [] : [{ kind: 'fail', message: fail } as const]),
  ]
  if (fail?.trim() === '') throw wrong("Say why the job failed, such as --fail 'The file is empty.'")
  if (chosen.length > 1) throw wrong('Choose one of --start, --complete and --fail.')
  return chosen[0] === undefined ? {} : { transition: chosen[0] }
}

export function createInput(flags: PostFlags, read: ReadText): CreateInput {
  const { type, total, metadata, 'triggered-by': triggeredBy } = flags
  if (type === undefined || type.trim() === '') throw missing('--type', 'create')
  if (total === undefined) throw missing('--total', 'create')
  return {
    jobType: type,
    totalItems: count('--total', total),
    ...(metadata === undefined ? {} : { metadata: object('--metadata', readJsonObject(read(metadata))) }),
    ...(triggeredBy === undefined ? {} : { triggeredBy }),
  }
}

/** What was not given is not there: absent is not sent (api-notes E25). */
export function progressInput(flags: PostFlags, read: ReadText): ProgressInput {
  const { total, processed, stage, message, patch, error, warning } = flags
  const input = {
    ...transition(flags),
    ...(total === undefined ? {} : { totalItems: count('--total', total) }),
    ...(processed === undefined ? {} : { processedItems: count('--processed', processed) }),
    ...(stage === undefined ? {} : { stage }),
    ...(message === undefined ? {} : { message }),
    ...(patch === undefined ? {} : { metadataPatch: object('--patch', readJsonObject(read(patch))) }),
    ...(error === undefined ? {} : { error: issue('--error', error) }),
    ...(warning === undefined ? {} : { warning: issue('--warning', warning) }),
  }
  if (Object.keys(input).length === 0) throw wrong('Say what to report, such as --processed 5.')
  return input
}
