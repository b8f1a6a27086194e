import type { Fault, UnreachableCause } from '../../../shared/fault'
import { seconds, type TimeLimits } from './limits'
import { socksReason } from './socks-reason'
import { tlsReason } from './tls-reason'

/** How far an exchange had come when it failed. */
export type Progressed = {
  /** A socket was ready and the first byte of the request may have been written to it. */
  readonly started: boolean
  /** The total time was over. */
  readonly outOfTime: boolean
  readonly secure: boolean
  readonly proxied: boolean
}

const nameCodes = /^(ENOTFOUND|EAI_[A-Z]+|ENODATA|ESERVFAIL|ENONAME)$/

/** The code of an error or of its cause. Messages are never looked at: they can hold headers (reliability trap 4). */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  const code: unknown = Reflect.get(error, 'code')
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code
  const cause: unknown = Reflect.get(error, 'cause')
  return cause === error || cause === undefined ? '' : codeOf(cause)
}

/** What undici or the system threw, as a fault without a word of its message. */
export function errorFault(error: unknown, at: Progressed, limits: TimeLimits): Fault {
  const code = codeOf(error)
  const unreachable = (cause: UnreachableCause, reason: string): Fault => ({
    kind: 'unreachable',
    cause,
    reason,
    mayHaveArrived: at.started,
  })
  if (at.outOfTime) return unreachable('timeout', `no complete answer within ${seconds(limits.totalMs)}`)
  switch (code) {
    case 'UND_ERR_CONNECT_TIMEOUT':
      return unreachable('timeout', `no connection within ${seconds(limits.connectMs)}`)
    case 'UND_ERR_HEADERS_TIMEOUT':
      // Before the first byte it is the proxy that gave no answer to CONNECT.
      return at.started
        ? unreachable('timeout', `no answer within ${seconds(limits.headersMs)}`)
        : unreachable('timeout', `no tunnel through the proxy within ${seconds(limits.connectMs)}`)
    case 'UND_ERR_BODY_TIMEOUT':
      return unreachable('timeout', `the answer stood still for ${seconds(limits.bodyIdleMs)}`)
    case 'UND_ERR_HEADERS_OVERFLOW':
      return { kind: 'garbled', what: 'its headers are too large' }
    case 'UND_ERR_INVALID_ARG':
    case 'ERR_INVALID_CHAR':
    case 'ERR_INVALID_HTTP_TOKEN':
      return refusedHere('', 'The request could not be formed. Check how the key is sent.')
  }
  // Whatever answers there does not speak HTTP. undici's parser gives a code only sometimes.
  if (error instanceof Error && error.name === 'HTTPParserError') {
    // Before the request was sent, it was the proxy that answered: one of another kind, most often.
    return at.proxied && !at.started
      ? unreachable('proxy', 'it does not speak HTTP')
      : { kind: 'not-the-api', contentType: null }
  }
  const tls = at.started ? null : tlsReason(code)
  if (tls !== null) return unreachable('tls', tls)
  if (at.proxied && !at.started)
    return unreachable('proxy', tunnelRefusal(error) ?? socksReason(code, error) ?? shown(code))
  if (nameCodes.test(code)) return unreachable('name', code)
  if (at.started) return unreachable('cut', shown(code))
  const inHandshake = at.secure && (code === 'ECONNRESET' || code === 'EPIPE')
  return unreachable(inHandshake ? 'tls' : 'connect', shown(code))
}

/**
 * Why the proxy opened no tunnel: undici says so in a message of its own alone, of which nothing but the status is taken
 * (reliability fault 29).
 */
function tunnelRefusal(error: unknown): string | null {
  const message = error instanceof Error ? error.message : ''
  const status = /^Proxy response \((\d{3})\) !== 200 when HTTP Tunneling$/.exec(message)?.[1]
  return status === undefined ? null : proxyStatus(status)
}

/** What a proxy's refusal means. */
export const proxyStatus = (status: string): string =>
  status === '407' ? 'it asks for a user name and password, which Jobtray cannot give: status 407' : `status ${status}`

/** Codes of the HTTP client's own say nothing to a person. */
const shown = (code: string): string => (code.startsWith('UND_ERR_') ? '' : code)

/** Status 0: it was refused on this side and nothing was sent. */
export const refusedHere = (at: string, message: string): Fault => ({
  kind: 'rejected',
  status: 0,
  complaints: [{ at, message }],
  said: null,
})
