import type { Context } from 'hono'
import { z } from 'zod'
import { detail } from '../replies'
import { requestText } from '../request-text'

/** The body by a schema, or a 422 in one sentence. */
export async function bodyAs<T>(c: Context, schema: z.ZodType<T>): Promise<T | Response> {
  const text = await requestText(c)
  if (text === null) return detail(c, 413, 'Request body too large')
  try {
    return schema.parse(JSON.parse(text || '{}'))
  } catch (error) {
    if (!(error instanceof z.ZodError)) return detail(c, 422, 'The body is not JSON')
    const issue = error.issues[0]
    return detail(c, 422, `${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'does not fit'}`)
  }
}
