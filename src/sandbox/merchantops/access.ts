import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { WRONG_ORGANIZATION } from '../assumptions'
import { type Caller, type Callers, keyFrom, type Permission } from '../callers'
import { detail, unauthorized } from '../replies'

/** Who calls, or the refusal: 401 for nobody, 403 for the wrong organization or a missing permission. */
export function admitted(c: Context, callers: Callers, permission: Permission): Caller | Response {
  const authorization = c.req.header('authorization')
  const session = getCookie(c, 'stytch_session')
  if (authorization === undefined && session === undefined) return unauthorized(c, 'Not authenticated')

  // A header, even a wrong one, is what the caller chose to be known by.
  const caller =
    authorization === undefined
      ? callers.merchantBySession(session ?? '')
      : callers.merchantByKey(keyFrom(authorization))
  if (!caller) return unauthorized(c, 'Invalid credentials')

  const wanted = c.req.header('x-organization-id')?.trim()
  if (wanted && wanted !== caller.organization) {
    return detail(c, WRONG_ORGANIZATION, 'You are not a member of this organization')
  }
  if (!caller.permissions.includes(permission)) return detail(c, 403, `Missing permission: ${permission}`)
  return caller
}
