import { z } from 'zod'

/** Any JSON object of an OpenAPI document. */
export type Part = Readonly<Record<string, unknown>>

/** Our zod schema as an OpenAPI 3.1 component, which is plain JSON Schema. */
export function component(schema: z.ZodType): Part {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

export const json = (description: string, name: string): Part => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
})

export const bodyOf = (name: string): Part => ({
  required: true,
  content: { 'application/json': { schema: ref(name) } },
})

export const pathId = (schema: Part): Part => ({ in: 'path', name: 'job_id', required: true, schema })

/** A refusal that the vendors' pages do not list and the sandbox gives. */
export const refusal = (description: string): Part => ({ description })

export const validation = (fields: Part): Part => ({
  HTTPValidationError: {
    type: 'object',
    properties: { detail: { type: 'array', items: ref('ValidationError') } },
  },
  ValidationError: {
    type: 'object',
    properties: {
      loc: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
      msg: { type: 'string' },
      type: { type: 'string' },
      ...fields,
    },
    required: ['loc', 'msg', 'type'],
  },
})
