import type { Connection } from '../../shared/connection'
import { bad, type Fault, type Result } from '../../shared/fault'
import { authHeaders } from './auth-headers'
import type { HttpAnswer, HttpPort, KeySource } from './jobs-api'
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

/** Puts a call together for one connection: address, key, headers. The key is asked for each time and never kept. */
export const createCaller =
  (connection: Connection, http: HttpPort, keySource: KeySource): Caller =>
  async ({ method, path, end, body, maxBytes, permission }) => {
    const url = requestUrl(connection.baseUrl, path, end)
    if (!url.ok) return url
    const key = connection.keySending.kind === 'none' ? null : await keySource()
    if (key !== null && !key.ok) return key
    const headers = authHeaders(connection, key?.value ?? null)
    if (!headers.ok) return headers
    const answer = await http({
      method,
      url: url.value,
      headers: headers.value,
      maxBytes,
      ...(body === undefined ? {} : { body }),
    })
    return !answer.ok && answer.fault.kind === 'forbidden' ? bad({ ...answer.fault, permission }) : answer
  }
