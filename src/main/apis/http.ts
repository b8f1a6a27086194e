import { bad } from '../../shared/fault'
import { createDispatchers } from './http/dispatchers'
import { refusedHere } from './http/error-fault'
import { exchange } from './http/exchange'
import { createGate } from './http/gate'
import { socketsPerOrigin, type TimeLimits, timeLimits } from './http/limits'
import { proxyRefusal } from './http/usable-proxy'
import type { HttpPort, HttpRequest } from './jobs-api'

export type HttpOptions = {
  /** The app's own, for the User-Agent. */
  readonly version: string
  readonly limits?: TimeLimits
  /** The proxy to use for a URL as `http://host:port` (also https, socks5; any other is refused), or null for none. */
  readonly proxyFor?: (url: string) => Promise<string | null>
  /** Certificates in PEM form of authorities to trust beside the usual ones. */
  readonly extraCaPem?: string
  /** Ms since 1970; used only where a server names a date and does not tell its own time. */
  readonly now?: () => number
}

export type Http = {
  readonly http: HttpPort
  /** Ends every exchange at once. */
  close(): Promise<void>
}

/** The one way out of the app to a jobs API. No redirect followed, no cookie kept, no key or body in a fault. */
export function createHttp(options: HttpOptions): Http {
  const limits = options.limits ?? timeLimits
  const dispatchers = createDispatchers(limits, options.extraCaPem ?? null)
  const gate = createGate(socketsPerOrigin)
  const now = options.now ?? Date.now

  const headersOf = (request: HttpRequest): Readonly<Record<string, string>> => ({
    ...request.headers,
    accept: 'application/json',
    'accept-encoding': 'gzip, br',
    'user-agent': `Jobtray/${options.version}`,
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
  })

  const http: HttpPort = async request => {
    if (!URL.canParse(request.url)) return bad(refusedHere('', 'The address is not complete. Check the connection.'))
    const proxy = options.proxyFor ? await within(options.proxyFor(request.url), limits.connectMs) : null
    if (proxy === undefined) {
      const reason = 'the proxy settings could not be read'
      return bad({ kind: 'unreachable', cause: 'proxy', reason, mayHaveArrived: false })
    }
    const refusal = proxy === null ? null : proxyRefusal(proxy)
    if (refusal !== null) return bad({ kind: 'unreachable', cause: 'proxy', reason: refusal, mayHaveArrived: false })
    const means = { dispatchers, limits, proxy, headers: headersOf(request), now }
    return gate(new URL(request.url).origin, async () => {
      const first = await exchange(request, means)
      if (!first.staleSocket || request.method !== 'GET') return first.result
      return (await exchange(request, means)).result
    })
  }

  return { http, close: () => dispatchers.close() }
}

/** The value, or undefined when it is not there in time or at all. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([promise, late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
