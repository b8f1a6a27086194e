import type { Context } from 'hono'
import type { z } from 'zod'
import { detail } from '../replies'
import { requestText } from '../request-text'
import { whyNot } from '../why-not'

/** The body by a schema, or a 422 in one sentence. */
export async function bodyAs<T>(c: Context, schema: z.ZodType<T>): Promise<T | Response> {
  const text = await requestText(c)
  if (text === null) return detail(c, 413, 'Request body too large')
  const given = json(text || '{}')
  if (given === undefined) return detail(c, 422, 'The body is not JSON')
  const result = schema.safeParse(given)
  return result.success ? result.data : detail(c, 422, whyNot(result.error, given))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
