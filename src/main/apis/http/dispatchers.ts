import type { SecureContext } from 'node:tls'
import type { Dispatcher } from 'undici'
import { contextTrusting } from './authorities'
import type { TimeLimits } from './limits'

/** Loaded at the first request and not before: it costs a tenth of a second (performance section 1). */
const loadAgents = () => import('./agents')

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
  let context: SecureContext | null = null

  const make = async (proxy: string | null): Promise<Dispatcher> => {
    const { agentFor } = await loadAgents()
    if (extraCaPem !== null) context ??= contextTrusting(extraCaPem)
    return agentFor(proxy, { limits, secureContext: context, onWorn: error => worn.add(error) })
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
