import type { Complaint } from '../../../shared/fault'
import { oneLine } from '../plain-text'

/** What a refusing server says: in one sentence, or field by field. */
export type Refusal = { readonly said: string | null; readonly complaints: readonly Complaint[] }

const saidLength = 200
const mostComplaints = 50

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function sentence(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = oneLine(value, saidLength)
  return text === '' ? null : text
}

function firstSentence(record: Readonly<Record<string, unknown>>, names: readonly string[]): string | null {
  for (const name of names) {
    const found = Object.hasOwn(record, name) ? sentence(record[name]) : null
    if (found !== null) return found
  }
  return null
}

/** The limits Pydantic puts into `ctx`, by its names for them. */
const limitWords: Readonly<Record<string, string>> = {
  ge: 'at least',
  gt: 'more than',
  le: 'at most',
  lt: 'less than',
  min_length: 'length at least',
  max_length: 'length at most',
  multiple_of: 'a multiple of',
  expected: 'expected',
}

/** ` (at least 0)` when the message itself does not name the limit (api-notes E21). */
function limits(ctx: unknown, message: string): string {
  if (!isRecord(ctx)) return ''
  const found = Object.entries(limitWords).flatMap(([name, words]) => {
    const limit = Object.hasOwn(ctx, name) ? ctx[name] : undefined
    if (typeof limit !== 'number' && typeof limit !== 'string') return []
    const text = oneLine(String(limit), 60)
    return text === '' || message.includes(text) ? [] : [`${words} ${text}`]
  })
  return found.length === 0 ? '' : ` (${found.join(', ')})`
}

const parts = new Set(['body', 'path', 'header', 'query', 'cookie'])

/** `['body', 'error', 'message']` to `error.message`: a form has fields, not request parts. */
function place(loc: unknown): string {
  if (typeof loc === 'string') return oneLine(loc, 100)
  if (!Array.isArray(loc)) return ''
  const steps = loc.filter(step => typeof step === 'string' || typeof step === 'number').map(String)
  return oneLine((parts.has(steps[0] ?? '') ? steps.slice(1) : steps).join('.'), 100)
}

/** Reads loc, msg and ctx alone: `input` may be the whole submitted body and goes no further (api-notes section 2). */
function complaint(entry: unknown): readonly Complaint[] {
  const bare = sentence(entry)
  if (bare !== null) return [{ at: '', message: bare }]
  if (!isRecord(entry)) return []
  const message = firstSentence(entry, ['msg', 'message'])
  if (message === null) return []
  // For JSON that does not parse, FastAPI's place is a character offset and no field.
  const at = entry.type === 'json_invalid' ? '' : place(entry.loc)
  return [{ at, message: oneLine(message + limits(entry.ctx, message), saidLength) }]
}

/** Reads FastAPI's `detail`, be it a string, a list, an object or missing (api-notes E21). */
export function readRefusal(body: unknown): Refusal {
  if (!isRecord(body)) return { said: null, complaints: [] }
  const detail = Object.hasOwn(body, 'detail') ? body.detail : undefined
  if (Array.isArray(detail)) return { said: null, complaints: detail.slice(0, mostComplaints).flatMap(complaint) }
  if (isRecord(detail)) return { said: firstSentence(detail, ['message', 'msg', 'error', 'reason']), complaints: [] }
  return { said: sentence(detail) ?? firstSentence(body, ['message', 'error', 'title']), complaints: [] }
}
