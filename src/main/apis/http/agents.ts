import type { SecureContext } from 'node:tls'
// Named here and not taken out of the whole at run time: the bundler then says what the lean build of undici lacks.
import { Agent, buildConnector, type Dispatcher, Pool, ProxyAgent, Socks5ProxyAgent } from 'undici'
import { codeOf } from './error-fault'
import { socketsPerOrigin, type TimeLimits } from './limits'

type Options = {
  readonly limits: TimeLimits
  /** Null: the usual authorities. */
  readonly secureContext: SecureContext | null
  /** Told when the other side ends a socket that has already received something since it was connected. */
  readonly onWorn: (error: object) => void
}

/** What sends requests through a proxy's URL, or directly for null. */
export function agentFor(proxy: string | null, { limits, secureContext, onWorn }: Options): Dispatcher {
  const connect = {
    timeout: limits.connectMs,
    autoSelectFamilyAttemptTimeout: 1_000,
    ...(secureContext !== null && { secureContext }),
  }
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
    const ways = { connect: letGo(buildConnector(connect), 2 * limits.totalMs), requestTls: connect }
    return new Socks5ProxyAgent(proxy, ways)
  }
  if (proxy !== null) {
    // The tunnel is part of the connection, and without this its answer might take five minutes.
    const tunnel = { connections: socketsPerOrigin, headersTimeout: limits.connectMs }
    const clientFactory = (origin: URL, options: object) => new Pool(origin, { ...options, ...tunnel })
    return new ProxyAgent({ ...shared, uri: proxy, requestTls: connect, proxyTls: connect, clientFactory })
  }
  return new Agent({ ...shared, connect: watched(buildConnector(connect), onWorn) })
}

/**
 * The other side has gone. Any other error is ours or the answer's: a server that is out of time, or speaks no HTTP, must
 * not be asked a second time at once because it has answered on this socket before.
 */
const endedThere: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/** undici's SOCKS client keeps a socket for good whose proxy never answers (7.30); no exchange is silent for so long, ms. */
function letGo(connect: buildConnector.connector, silentMs: number): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...result) => {
      const socket = result[1]
      socket?.setTimeout(silentMs, () => socket.destroy())
      callback(...result)
    })
}

function watched(connect: buildConnector.connector, onWorn: Options['onWorn']): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...result) => {
      const socket = result[1]
      // After an error there is no second argument at all, whatever the types say.
      if (socket) {
        const fresh = socket.bytesRead
        socket.on('error', error => {
          if (socket.bytesRead > fresh && endedThere.has(codeOf(error))) onWorn(error)
        })
      }
      callback(...result)
    })
}
