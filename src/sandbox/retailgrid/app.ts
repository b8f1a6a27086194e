import { Hono } from 'hono'
import { type Callers, keyFrom } from '../callers'
import type { SandboxClock } from '../clock'
import type { JobStore } from '../job-store'
import { detail, type Route, unauthorized, unprocessable, unrouted } from '../replies'
import { type RetailJob, retailAnswer } from './job'
import { retailOpenApi } from './openapi'

export type RetailParts = {
  readonly clock: SandboxClock
  readonly callers: Callers
  readonly jobs: JobStore<RetailJob>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/v1\/jobs\/[^/]+$/ },
  { method: 'GET', path: /^\/openapi\.json$/ },
]

/** The one operation of the Retailgrid page. */
export function retailApp({ clock, callers, jobs }: RetailParts): Hono {
  const app = new Hono()

  app.get('/v1/jobs/:job_id', c => {
    const given = c.req.header('authorization') ?? c.req.header('x-api-key')
    if (given === undefined) return unauthorized(c, 'Not authenticated')
    const caller = callers.retailByKey(keyFrom(given))
    if (caller === undefined) return unauthorized(c, 'Invalid API key')
    const jobId = c.req.param('job_id').toLowerCase()
    // This vendor's contract lists neither ctx nor input.
    if (!UUID.test(jobId)) {
      return unprocessable(c, [{ loc: ['path', 'job_id'], msg: 'Input should be a valid UUID', type: 'uuid_parsing' }])
    }
    const job = jobs.read(jobId)
    return job?.caller === caller ? c.json(retailAnswer(job, clock.skew())) : detail(c, 404, 'Job not found')
  })

  app.get('/openapi.json', c => c.json(retailOpenApi))
  app.notFound(c => unrouted(c, routes))
  app.onError((_error, c) => detail(c, 500, 'Internal Server Error'))
  return app
}
