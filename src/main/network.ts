import type { SecureContext } from 'node:tls'
import { createHttp, type HttpOptions } from './apis/http'
import { contextTrusting } from './apis/http/authorities'
import { timeLimits } from './apis/http/limits'
import { recentProxy } from './apis/http/recent-proxy'
import type { HttpPort } from './apis/jobs-api'
import { renewable } from './apis/renewable'
import { readAuthorityFile } from './connections/authority-file'
import { type Probes, realProbes } from './connections/doctor/probes'

export type Network = {
  readonly http: HttpPort
  /** What the connection doctor looks with: it trusts whom the HTTP client trusts. */
  readonly probes: Probes
  readonly proxyFor: (url: string) => Promise<string | null>
  /**
   * Trusts the authorities in a file from now on, beside the usual ones; null: the usual ones alone. A sentence when the
   * file cannot be used; then everything is as it was.
   */
  readonly trust: (caFile: string | null) => Promise<string | null>
  readonly close: () => Promise<void>
}

export type NetworkOptions = Pick<HttpOptions, 'version' | 'limits'> & Pick<Network, 'proxyFor'>

/** The way out of the app, and what may be changed about it while it runs. */
export function openNetwork({ version, proxyFor, limits = timeLimits }: NetworkOptions): Network {
  let context: SecureContext | undefined
  // The doctor asks for itself: it is called when something has changed.
  const forRequests = recentProxy(proxyFor, () => performance.now())
  const client = renewable(createHttp({ version, proxyFor: forRequests, limits }))

  return {
    http: client.http,
    probes: realProbes(limits.connectMs, () => context),
    proxyFor,
    async trust(caFile) {
      const read = caFile === null ? null : await readAuthorityFile(caFile)
      if (read?.ok === false) return read.why
      context = read === null ? undefined : contextTrusting(read.pem)
      client.renew(createHttp({ version, proxyFor: forRequests, limits, ...(read && { extraCaPem: read.pem }) }))
      return null
    },
    close: client.close,
  }
}
