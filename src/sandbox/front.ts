import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { SandboxClock } from './clock'
import type { FaultBook } from './faults/book'
import type { FaultDeeds } from './faults/deeds'
import { gate } from './gate'
import type { Vendor } from './job-store'
import type { RequestLog } from './request-log'

export type FrontParts = {
  readonly clock: SandboxClock
  readonly log: RequestLog
  readonly faults: FaultBook
  readonly deeds: FaultDeeds
  /** Real ms before each answer. */
  readonly latencyMs: number
}

type Env = { Bindings: HttpBindings; Variables: { note: ReturnType<RequestLog['begin']> } }

/** What stands before an API: the log, the gate, the clock, the latency and the faults. */
export function front(vendor: Vendor, api: Hono, parts: FrontParts): Hono<Env> {
  const { clock, log, faults, deeds, latencyMs } = parts
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    const { incoming, outgoing } = c.env
    const began = clock.monotonic()
    const note = log.begin(vendor, incoming, new Date().toISOString())
    c.set('note', note)
    outgoing.once('close', () => {
      const status = outgoing.headersSent ? outgoing.statusCode : null
      note({ status, ms: Math.round((clock.monotonic() - began) * 10) / 10 })
    })
    // The Date header follows the sandbox's clock, so that a client can tell how far its own is off.
    outgoing.setHeader('Date', new Date(clock.told()).toUTCString())
    await next()
  })
  app.use(gate)
  app.all('*', async c => {
    const hit = faults.take({ server: vendor, method: c.req.method, path: new URL(c.req.url).pathname })
    if (latencyMs > 0) await deeds.wait(latencyMs)
    const answer = async () => {
      clock.settle()
      return await api.fetch(c.req.raw, c.env)
    }
    if (!hit) return await answer()
    c.get('note')({ fault: `${hit.id}: ${hit.fault.kind}` })
    return await deeds.commit(hit.fault, c.env.outgoing, answer)
  })
  return app
}
