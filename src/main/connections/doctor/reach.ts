import { isIP, type Socket } from 'node:net'
import type { Evidence, Hop, Reach, Route } from './evidence'
import type { Probes } from './probes'

/** The host as it is connected to: without the brackets of a number of the sixth version. */
export function hopOf(url: URL): Hop {
  const usual = url.protocol === 'https:' ? 443 : url.protocol.startsWith('socks') ? 1080 : 80
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || usual) }
}

/** The system's way to an address. `proxyFor` as the HTTP client asks it. */
export async function routeTo(url: URL, proxyFor: (url: string) => Promise<string | null>): Promise<Route> {
  const proxy = await proxyFor(url.href).catch((): undefined => undefined)
  if (proxy === undefined || (proxy !== null && !URL.canParse(proxy))) return { kind: 'unknown' }
  if (proxy === null) return { kind: 'direct', hop: hopOf(url) }
  const there = new URL(proxy)
  return { kind: 'proxy', hop: hopOf(there), opensTunnels: there.protocol === 'http:' }
}

/** Name, connection, tunnel and greeting, each only when the one before it worked. */
export async function reachFor(url: URL, route: Route, probes: Probes): Promise<Pick<Evidence, 'name' | 'reach'>> {
  if (route.kind === 'unknown') return { name: null, reach: null }
  const name = isIP(route.hop.host) === 0 ? await probes.lookUp(route.hop.host) : null
  if (name?.ok === false) return { name, reach: null }
  const opened = await probes.open(route.hop)
  if (!opened.ok) return { name, reach: { tcp: opened, tunnel: null, tls: null } }
  const { socket } = opened
  socket.on('error', () => {})
  try {
    return { name, reach: { tcp: { ok: true }, ...(await beyond(socket, url, route, probes)) } }
  } finally {
    socket.destroy()
  }
}

async function beyond(socket: Socket, url: URL, route: Route, probes: Probes): Promise<Pick<Reach, 'tunnel' | 'tls'>> {
  const isProxy = route.kind === 'proxy'
  if (isProxy && !route.opensTunnels) return { tunnel: null, tls: null }
  const server = hopOf(url)
  const tunnel = isProxy ? await probes.tunnel(socket, server) : null
  const isSecure = url.protocol === 'https:' && tunnel?.ok !== false
  return { tunnel, tls: isSecure ? await probes.greet(socket, server.host) : null }
}
