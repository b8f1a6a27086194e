import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Finding } from './validation'

/** What both vendors say in FastAPI's words. */
export const detail = (c: Context, status: ContentfulStatusCode, text: string): Response =>
  c.json({ detail: text }, status)

export const unauthorized = (c: Context, text: string): Response =>
  c.json({ detail: text }, 401, { 'WWW-Authenticate': 'Bearer' })

export const unprocessable = (c: Context, findings: readonly Finding[]): Response => c.json({ detail: findings }, 422)

export type Route = { readonly method: 'GET' | 'POST'; readonly path: RegExp }

/** What Starlette does where no route fits: 405 with the right methods, 307 to the other slash, else 404. */
export function unrouted(c: Context, routes: readonly Route[]): Response {
  const url = new URL(c.req.url)
  const here = routes.filter(route => route.path.test(url.pathname))
  if (here.length > 0) {
    return c.json({ detail: 'Method Not Allowed' }, 405, { Allow: here.map(({ method }) => method).join(', ') })
  }
  const slashed = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : `${url.pathname}/`
  if (routes.some(route => route.path.test(slashed))) {
    return c.body(null, 307, {
      Location: `${url.protocol}//${c.req.header('host') ?? url.host}${slashed}${url.search}`,
    })
  }
  return detail(c, 404, 'Not Found')
}
