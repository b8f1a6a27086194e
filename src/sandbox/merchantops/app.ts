import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { CREATED } from '../assumptions'
import type { Caller, Callers } from '../callers'
import type { SandboxClock } from '../clock'
import { merchantJobId } from '../ids'
import type { JobStore } from '../job-store'
import type { Random } from '../random'
import { detail, type Route, unprocessable, unrouted } from '../replies'
import { requestText } from '../request-text'
import { type Checked, checked, readBody } from '../validation'
import { admitted } from './access'
import { detailAnswer, jobAnswer, statusAnswer } from './answers'
import { type MerchantJob, newMerchantJob } from './job'
import { merchantOpenApi } from './openapi'
import { progressed } from './progress'
import { createRequest, progressRequest } from './requests'

export type MerchantParts = {
  readonly clock: SandboxClock
  readonly random: Random
  readonly callers: Callers
  readonly jobs: JobStore<MerchantJob>
}

const routes: readonly Route[] = [
  { method: 'POST', path: /^\/api\/jobs\/$/ },
  { method: 'GET', path: /^\/api\/jobs\/[^/]+$/ },
  { method: 'GET', path: /^\/api\/jobs\/[^/]+\/status$/ },
  { method: 'POST', path: /^\/api\/jobs\/[^/]+\/progress$/ },
  { method: 'GET', path: /^\/openapi\.json$/ },
]

/** The four operations of the MerchantOps pages. */
export function merchantApp({ clock, random, callers, jobs }: MerchantParts): Hono {
  const app = new Hono()
  const { skew } = clock
  const visible = (jobId: string, caller: Caller) => {
    const job = jobs.read(jobId)
    return job?.organization_id === caller.organization ? job : undefined
  }
  const notFound = (c: Context) => detail(c, 404, 'Job not found')

  app.post('/api/jobs/', async c => {
    const caller = admitted(c, callers, 'job:create')
    if (caller instanceof Response) return caller
    const body = await bodyOf(c, createRequest)
    if (body instanceof Response) return body
    let jobId = merchantJobId(body.value.job_type, random)
    while (jobs.read(jobId)) jobId = merchantJobId(body.value.job_type, random)
    const job = newMerchantJob({
      job_id: jobId,
      organization_id: caller.organization,
      job_type: body.value.job_type,
      total_items: body.value.total_items,
      metadata: body.value.metadata ?? {},
      triggered_by: body.value.triggered_by ?? null,
      created_at: clock.now(),
    })
    jobs.add(jobId, job, 'api')
    return c.json(jobAnswer(job, skew()), CREATED)
  })

  app.get('/api/jobs/:job_id', c => {
    const caller = admitted(c, callers, 'job:read')
    if (caller instanceof Response) return caller
    const job = visible(c.req.param('job_id'), caller)
    return job ? c.json(detailAnswer(job, skew())) : notFound(c)
  })

  app.get('/api/jobs/:job_id/status', c => {
    const caller = admitted(c, callers, 'job:read')
    if (caller instanceof Response) return caller
    const job = visible(c.req.param('job_id'), caller)
    return job ? c.json(statusAnswer(job)) : notFound(c)
  })

  app.post('/api/jobs/:job_id/progress', async c => {
    const caller = admitted(c, callers, 'job:create')
    if (caller instanceof Response) return caller
    const body = await bodyOf(c, progressRequest)
    if (body instanceof Response) return body
    const jobId = c.req.param('job_id')
    const before = visible(jobId, caller)
    if (!before) return notFound(c)
    const after = progressed(before, body.value, clock.now())
    jobs.write(jobId, after)
    return c.json(jobAnswer(after, skew()))
  })

  app.get('/openapi.json', c => c.json(merchantOpenApi))
  app.notFound(c => unrouted(c, routes))
  app.onError((_error, c) => detail(c, 500, 'Internal Server Error'))
  return app
}

/** The body by a schema, or the refusal: 413 or 422. */
async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<Checked<T> | Response> {
  const text = await requestText(c)
  if (text === null) return detail(c, 413, 'Request body too large')
  const read = readBody(text, c.req.header('content-type'))
  const body = read.ok ? checked(schema, read.value) : read
  return body.ok ? body : unprocessable(c, body.findings)
}
