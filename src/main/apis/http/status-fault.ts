import type { Fault } from '../../../shared/fault'
import { bodyKind, shownType } from './content-type'
import { proxyStatus } from './error-fault'
import type { Refusal } from './refusal'

/** What of an answer decides, header names in lower case. */
export type Refused = {
  readonly status: number
  readonly contentType: string | null
  readonly location: string | null
  readonly retryAfterMs: number | null
  readonly refusal: Refusal
  /** The URL asked, against which a relative `Location` is read. */
  readonly url: string
}

/** The origin alone: the rest of a Location may carry what was sent. */
function originOf(location: string | null, url: string): string | null {
  if (location === null || !URL.canParse(location, url)) return null
  const { origin } = new URL(location, url)
  return origin === 'null' ? null : origin
}

/** Any status but 2xx, as a fault (reliability faults 1-11, 30). */
export function statusFault(refused: Refused): Fault {
  const { status, retryAfterMs, refusal } = refused
  const { said } = refusal
  if (status >= 300 && status < 400) return { kind: 'moved', status, toOrigin: originOf(refused.location, refused.url) }
  switch (status) {
    case 401:
      return { kind: 'unauthorized', said }
    case 403:
      return { kind: 'forbidden', permission: null, said }
    case 404:
    case 410:
      // An HTML page is some other server's 404, and must not let a job count as gone (architecture rule 1).
      return bodyKind(refused.contentType) === 'html'
        ? { kind: 'not-the-api', contentType: shownType(refused.contentType) }
        : { kind: 'not-found', said }
    case 407:
      return { kind: 'unreachable', cause: 'proxy', reason: proxyStatus('407'), mayHaveArrived: true }
    case 409:
    case 412:
      return { kind: 'conflict', status, said }
    case 429:
      return { kind: 'rate-limited', retryAfterMs }
    case 408:
    case 425:
      return { kind: 'server', status, retryAfterMs }
    case 511:
      // A network that wants a sign-in first (RFC 6585).
      return { kind: 'not-the-api', contentType: shownType(refused.contentType) }
  }
  if (status >= 400 && status < 500) return { kind: 'rejected', status, complaints: refusal.complaints, said }
  return { kind: 'server', status, retryAfterMs }
}
