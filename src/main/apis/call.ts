import type { Connection } from '../../shared/connection'
import { bad, type Fault, good, type Result } from '../../shared/fault'
import { authHeaders } from './auth-headers'
import type { HttpAnswer, HttpPort, HttpRequest, KeySource } from './jobs-api'
import { requestUrl } from './request-url'

export type Call = {
  readonly method: 'GET' | 'POST'
  readonly path: readonly string[]
  readonly end?: '' | '/'
  readonly body?: string
  readonly maxBytes: number
  /** What a key lacks when this call is forbidden; null where the vendor names no permissions. */
  readonly permission: Extract<Fault, { kind: 'forbidden' }>['permission']
}

export type Caller = (call: Call) => Promise<Result<HttpAnswer>>

/** The request of a call as one connection makes it: address, key, headers. */
export function requestOf(connection: Connection, call: Call, key: string | null): Result<HttpRequest> {
  const { method, path, end, body, maxBytes } = call
  const url = requestUrl(connection.baseUrl, path, end)
  if (!url.ok) return url
  const headers = authHeaders(connection, key)
  if (!headers.ok) return headers
  return good({
    method,
    url: url.value,
    headers: headers.value,
    maxBytes,
    ...(body === undefined ? {} : { body }),
  })
}

/** Makes calls for one connection. The key is asked for each time and never kept. */
export const createCaller =
  (connection: Connection, http: HttpPort, keySource: KeySource): Caller =>
  async call => {
    // An address that cannot be formed is told before anybody is bothered for the key.
    const url = requestUrl(connection.baseUrl, call.path, call.end)
    if (!url.ok) return url
    const key = connection.keySending.kind === 'none' ? null : await keySource()
    if (key !== null && !key.ok) return key
    const request = requestOf(connection, call, key?.value ?? null)
    if (!request.ok) return request
    const answer = await http(request.value)
    return !answer.ok && answer.fault.kind === 'forbidden'
      ? bad({ ...answer.fault, permission: call.permission })
      : answer
  }
