import { type ConnectionId, capabilities } from '../../../shared/connection'
import type { DoctorReport } from '../../../shared/doctor'
import type { Fault } from '../../../shared/fault'
import type { ConnectionView } from '../../../shared/snapshot'
import type { HttpPort, KeySource } from '../../apis/jobs-api'
import type { Clock } from '../../watch/clock'
import type { Manners } from '../../watch/origin/manners'
import { askServer } from './ask'
import { diagnose } from './diagnose'
import type { Evidence } from './evidence'
import type { Probes } from './probes'
import { reachFor, routeTo } from './reach'

export type DoctorPorts = {
  readonly http: HttpPort
  /** Told of each question to the API. */
  readonly onRequest: (id: ConnectionId) => void
  readonly probes: Probes
  /** The system's proxy for an address, as the HTTP client asks for it. */
  readonly proxyFor: (url: string) => Promise<string | null>
  readonly keyOf: (connection: ConnectionView) => KeySource
  readonly clock: Pick<Clock, 'wall'>
  /** What servers asked for. */
  readonly manners: Pick<Manners, 'pausedMs' | 'heed'>
}

/** `insist`: asks although the server asked for no requests for now. */
export type Doctor = (connection: ConnectionView, insist: boolean) => Promise<DoctorReport>

/** Looks at everything one connection needs. Where the way there is broken nothing is asked, and no key leaves. */
export const createDoctor =
  ({ http, onRequest, probes, proxyFor, keyOf, clock, manners }: DoctorPorts): Doctor =>
  async (connection, insist) => {
    const at = clock.wall()
    const pausedMs = insist ? 0 : manners.pausedMs(connection.id)
    const url = new URL(connection.baseUrl)
    const route = await routeTo(url, proxyFor)
    const { name, reach } = await reachFor(url, route, probes)
    const isOpen = reach?.tcp.ok && reach.tunnel?.ok !== false && reach.tls?.ok !== false
    const counted: HttpPort = request => {
      onRequest(connection.id)
      return http(request)
    }
    const now = () => clock.wall().getTime()
    const evidence: Evidence = {
      vendor: connection.vendor,
      secure: url.protocol === 'https:',
      sendsKey: connection.keySending.kind !== 'none',
      namesOrganization: connection.vendor === 'merchantops' && connection.organization !== null,
      postsProgress: capabilities[connection.vendor].postProgress,
      route,
      name,
      reach,
      waitsUntil: pausedMs > 0 ? new Date(at.getTime() + pausedMs).toISOString() : null,
      asked:
        isOpen === true && pausedMs <= 0
          ? await askServer(connection, { http: counted, key: keyOf(connection), now })
          : null,
    }
    const asksForRest = restOf(evidence.asked)
    if (asksForRest !== null) manners.heed(connection.id, asksForRest)
    return {
      connection: connection.name,
      vendor: connection.vendor,
      origin: url.origin,
      at: at.toISOString(),
      waitsUntil: evidence.waitsUntil,
      steps: diagnose(evidence),
    }
  }

/** What a server says of too many requests, or of its own trouble, holds for all who ask it, whichever question it answers so. */
function restOf(asked: Evidence['asked']): Fault | null {
  if (asked === null) return null
  const { read, readWithoutOrganization, unsigned, nowhere, unsignedNowhere, post, postWithoutOrganization } = asked
  const answers = [read, readWithoutOrganization, unsigned, nowhere, unsignedNowhere, post, postWithoutOrganization]
  return answers.find(said => said?.kind === 'rate-limited' || said?.kind === 'server') ?? null
}
