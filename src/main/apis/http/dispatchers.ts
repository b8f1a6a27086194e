import type { SecureContext } from 'node:tls'
import type { buildConnector, Dispatcher } from 'undici'
import { contextTrusting } from './authorities'
import { socketsPerOrigin, type TimeLimits } from './limits'

/** Loaded at the first request and not before: it costs a tenth of a second (performance section 1). */
const loadUndici = () => import('undici')

export type Dispatchers = {
  /** The dispatcher for a proxy's URL, or the direct one for null. */
  get(proxy: string | null): Promise<Dispatcher>
  /** True for the end of a socket that had already carried an answer: the server tired of it just as we wrote. */
  wasWorn(error: unknown): boolean
  close(): Promise<void>
}

export function createDispatchers(limits: TimeLimits, extraCaPem: string | null): Dispatchers {
  const made = new Map<string, Promise<Dispatcher>>()
  const worn = new WeakSet<object>()
  let closed = false
  let context: SecureContext | undefined

  const secure = () => {
    if (extraCaPem !== null) context ??= contextTrusting(extraCaPem)
    return context === undefined ? {} : { secureContext: context }
  }

  const make = async (proxy: string | null): Promise<Dispatcher> => {
    const { Agent, Pool, ProxyAgent, Socks5ProxyAgent, buildConnector } = await loadUndici()
    const connect = { timeout: limits.connectMs, autoSelectFamilyAttemptTimeout: 1_000, ...secure() }
    const shared = {
      connections: socketsPerOrigin,
      pipelining: 1,
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.bodyIdleMs,
      // Longer than the usual pause between two looks, so that they share a socket.
      keepAliveTimeout: 30_000,
      allowH2: false,
    }
    if (proxy?.startsWith('socks5:')) {
      // undici's ProxyAgent would take `proxyTls` for a wish to speak TLS to the SOCKS proxy (7.30).
      const ways = { connect: buildConnector(connect), requestTls: connect }
      return new Socks5ProxyAgent(proxy, ways)
    }
    if (proxy !== null) {
      // The tunnel is part of the connection, and without this its answer might take five minutes.
      const tunnel = { connections: socketsPerOrigin, headersTimeout: limits.connectMs }
      const clientFactory = (origin: URL, options: object) => new Pool(origin, { ...options, ...tunnel })
      return new ProxyAgent({ ...shared, uri: proxy, requestTls: connect, proxyTls: connect, clientFactory })
    }
    return new Agent({ ...shared, connect: watched(buildConnector(connect), worn) })
  }

  return {
    get(proxy) {
      if (closed) return Promise.reject(Object.assign(new Error('closed'), { code: 'UND_ERR_CLOSED' }))
      const known = made.get(proxy ?? '')
      if (known) return known
      const fresh = make(proxy)
      made.set(proxy ?? '', fresh)
      fresh.catch(() => made.delete(proxy ?? ''))
      return fresh
    },
    wasWorn: error => typeof error === 'object' && error !== null && worn.has(error),
    async close() {
      closed = true
      const all = await Promise.allSettled(made.values())
      await Promise.all(all.map(one => (one.status === 'fulfilled' ? one.value.destroy() : undefined)))
    },
  }
}

/** Notes each error of a socket that has already received something since it was connected. */
function watched(connect: buildConnector.connector, worn: WeakSet<object>): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...result) => {
      const socket = result[1]
      // After an error there is no second argument at all, whatever the types say.
      if (socket) {
        const fresh = socket.bytesRead
        socket.on('error', error => {
          if (socket.bytesRead > fresh) worn.add(error)
        })
      }
      callback(...result)
    })
}
