import { socketsPerOrigin } from '../../src/main/apis/http/limits'
import type { HttpPort } from '../../src/main/apis/jobs-api'
import type { Clock } from '../../src/main/watch/clock'

/** A place that is free for less is on its way from one look to the next, ms of the fast clock. */
const freeMs = 1_000

type Server = { open: Set<number>; many: number; slowest: number; freeSince: number | null; roomAt: number }

/** How the servers answer, seen from the requests: for whoever looks for the cause of a late look. */
export function trafficOf(clock: Pick<Clock, 'monotonic'>) {
  const servers = new Map<string, Server>()
  const serverOf = (origin: string): Server => {
    const begun = {
      open: new Set<number>(),
      many: 0,
      slowest: 0,
      freeSince: clock.monotonic(),
      roomAt: clock.monotonic(),
    }
    const server = servers.get(origin) ?? begun
    servers.set(origin, server)
    return server
  }
  const noteRoom = (server: Server, now: number) => {
    if (server.freeSince !== null && now - server.freeSince > freeMs) server.roomAt = now
  }

  return {
    timed:
      (http: HttpPort): HttpPort =>
      async request => {
        const server = serverOf(new URL(request.url).origin)
        const begun = clock.monotonic() + Math.random() / 1_000
        noteRoom(server, begun)
        server.open.add(begun)
        if (server.open.size >= socketsPerOrigin) server.freeSince = null
        const result = await http(request)
        const now = clock.monotonic()
        server.open.delete(begun)
        server.freeSince ??= now
        server.many += 1
        server.slowest = Math.max(server.slowest, now - begun)
        return result
      },
    /** For how long all places at a server have been taken, ms; 0: one is free. */
    withoutRoomMs(origin: string): number {
      const server = serverOf(origin)
      const now = clock.monotonic()
      noteRoom(server, now)
      return now - server.roomAt
    },
    /** Since it was last asked for, times by the fast clock. */
    said(): string {
      const texts = [...servers].map(([origin, server]) => {
        const slowest = Math.max(server.slowest, ...[...server.open].map(begun => clock.monotonic() - begun))
        const text = `${new URL(origin).port}: ${server.many} requests, slowest ${Math.round(slowest / 1_000)} s, ${server.open.size} open`
        Object.assign(server, { many: 0, slowest: 0 })
        return text
      })
      return texts.join('; ')
    },
  }
}
