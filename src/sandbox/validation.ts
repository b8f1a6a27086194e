import type { z } from 'zod'
import { MAX_REQUEST_DEPTH } from './assumptions'

/** One finding as FastAPI writes it (Pydantic 2). `loc` mixes strings and integers. */
export type Finding = {
  readonly loc: readonly (string | number)[]
  readonly msg: string
  readonly type: string
  readonly ctx?: Readonly<Record<string, unknown>>
  readonly input?: unknown
}

export type Checked<T> = { readonly ok: true; readonly value: T }
export type Parsed<T> = Checked<T> | { readonly ok: false; readonly findings: readonly Finding[] }

type Wording = Pick<Finding, 'type' | 'msg' | 'ctx'>
type Issue = z.core.$ZodIssue

const byExpected: Readonly<Record<string, Wording>> = {
  string: { type: 'string_type', msg: 'Input should be a valid string' },
  number: { type: 'int_type', msg: 'Input should be a valid integer' },
  int: { type: 'int_from_float', msg: 'Input should be a valid integer, got a number with a fractional part' },
  boolean: { type: 'bool_type', msg: 'Input should be a valid boolean' },
  record: { type: 'dict_type', msg: 'Input should be a valid dictionary' },
  object: {
    type: 'model_attributes_type',
    msg: 'Input should be a valid dictionary or object to extract fields from',
  },
}

function wording(issue: Issue): Wording {
  if (issue.code === 'invalid_type') {
    const known = byExpected[issue.expected]
    if (known) return known
  }
  if (issue.code === 'too_small') {
    const ge = Number(issue.minimum)
    return { type: 'greater_than_equal', msg: `Input should be greater than or equal to ${ge}`, ctx: { ge } }
  }
  if (issue.code === 'too_big') {
    return { type: 'int_parsing_size', msg: 'Unable to parse input as an integer, exceeded maximum size' }
  }
  return { type: 'value_error', msg: 'Value error' }
}

const within = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )

/** Checks a body that has been read; `loc` starts with `body`. */
export function checked<T>(schema: z.ZodType<T>, body: unknown): Parsed<T> {
  if (body === undefined) return refused({ loc: ['body'], msg: 'Field required', type: 'missing', input: null })
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, value: result.data }
  const findings = result.error.issues.map((issue): Finding => {
    const path = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
    const input = within(body, issue.path)
    const loc = ['body', ...path]
    // Pydantic shows the object that lacks the field.
    if (input === undefined) {
      return { loc, msg: 'Field required', type: 'missing', input: within(body, issue.path.slice(0, -1)) }
    }
    return { loc, ...wording(issue), input }
  })
  return { ok: false, findings }
}

const refused = (finding: Finding) => ({ ok: false, findings: [finding] }) as const

const jsonInvalid = (at: number, error: string) =>
  refused({ loc: ['body', at], msg: 'JSON decode error', type: 'json_invalid', input: {}, ctx: { error } })

/** Reads a body as FastAPI does: JSON by its content type or without one, else plain text that fits no model. */
export function readBody(text: string, contentType: string | undefined): Parsed<unknown> {
  if (text === '') return { ok: true, value: undefined }
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (type !== undefined && type !== 'application/json' && !/^application\/.+\+json$/.test(type)) {
    return { ok: true, value: text }
  }
  const deepAt = tooDeepAt(text)
  if (deepAt !== null) return jsonInvalid(deepAt, 'Nested too deeply')
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(said)?.[1]
    return jsonInvalid(position === undefined ? text.length : Number(position), 'Not valid JSON')
  }
}

function tooDeepAt(text: string): number | null {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]
    if (inString) {
      if (char === '\\') index += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') {
      depth += 1
      if (depth > MAX_REQUEST_DEPTH) return index
    } else if (char === '}' || char === ']') depth -= 1
  }
  return null
}
