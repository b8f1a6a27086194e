import { performance } from 'node:perf_hooks'
import { socketsPerOrigin } from '../../src/main/apis/http/limits'
import type { HttpPort } from '../../src/main/apis/jobs-api'
import type { Clock } from '../../src/main/watch/clock'

/** `slots`: places taken so far, times the ms for which they were. `counted`: up to when. */
type Server = { open: Set<number>; many: number; slowest: number; slots: number; counted: number }

/** How the servers answer, seen from the requests: for whoever looks for the cause of a late look. */
export function trafficOf(clock: Pick<Clock, 'monotonic'>) {
  const servers = new Map<string, Server>()
  const serverOf = (origin: string): Server => {
    const begun = { open: new Set<number>(), many: 0, slowest: 0, slots: 0, counted: clock.monotonic() }
    const server = servers.get(origin) ?? begun
    servers.set(origin, server)
    return server
  }
  const asked = new Map<string, number>()
  const count = (server: Server) => {
    const now = clock.monotonic()
    server.slots += server.open.size * (now - server.counted)
    server.counted = now
  }
  let sampledAt = clock.monotonic()
  let used = performance.eventLoopUtilization()

  return {
    timed:
      (http: HttpPort): HttpPort =>
      async request => {
        const server = serverOf(new URL(request.url).origin)
        const begun = clock.monotonic() + Math.random() / 1_000
        count(server)
        asked.set(/\/jobs\/([^/]+)/.exec(request.url)?.[1] ?? '', begun)
        server.open.add(begun)
        const result = await http(request)
        count(server)
        server.open.delete(begun)
        server.many += 1
        server.slowest = Math.max(server.slowest, clock.monotonic() - begun)
        return result
      },
    /** For how long nobody has asked about a job, ms. */
    unaskedMs: (jobId: string): number => clock.monotonic() - (asked.get(jobId) ?? Number.NEGATIVE_INFINITY),
    /** How much of a server's places was taken since `said` was last asked for, 0 to 1. */
    takenShare(origin: string): number {
      const server = serverOf(origin)
      count(server)
      return server.slots / (socketsPerOrigin * Math.max(1, clock.monotonic() - sampledAt))
    },
    /** Since it was last asked for, times by the fast clock. */
    said(): string {
      const texts = [...servers].map(([origin, server]) => {
        const slowest = Math.max(server.slowest, ...[...server.open].map(begun => clock.monotonic() - begun))
        const text = `${new URL(origin).port}: ${server.many} requests, slowest ${Math.round(slowest / 1_000)} s, ${Math.round(100 * this.takenShare(origin))} % of its places taken`
        Object.assign(server, { many: 0, slowest: 0, slots: 0, counted: clock.monotonic() })
        return text
      })
      sampledAt = clock.monotonic()
      // Near 100 %, the watcher itself gets too little of the processor for a clock that runs so fast.
      const { utilization } = performance.eventLoopUtilization(used)
      used = performance.eventLoopUtilization()
      return [...texts, `busy ${Math.round(100 * utilization)} % of the time`].join('; ')
    },
  }
}
