import { Hono } from 'hono'
import { z } from 'zod'
import { OTHER_RETAIL_CALLER, RETAIL_CALLER } from '../callers'
import { merchantJobId, uuid } from '../ids'
import { detailAnswer } from '../merchantops/answers'
import { newMerchantJob } from '../merchantops/job'
import { detail } from '../replies'
import { newRetailJob, retailAnswer } from '../retailgrid/job'
import type { World } from '../world'
import { bodyAs } from './body'
import { changedMerchant, changedRetail, jobChange } from './job-change'

const newJob = z.strictObject({
  vendor: z.enum(['merchantops', 'retailgrid']),
  /** `other` makes it another organization's, or another caller's. */
  owner: z.enum(['own', 'other']).default('own'),
  job_id: z.string().min(1).max(256).optional(),
  ...jobChange.shape,
})

/** Jobs in any state, also those that the APIs can't reach. */
export function jobControl({ clock, callers, merchants, retailers, random: stream }: World): Hono {
  const app = new Hono()
  const random = stream('control')
  const { skew } = clock
  const missing = (jobId: string) => `There is no job ${jobId}`

  app.get('/', c =>
    c.json([
      ...merchants.list().map(({ via, job }) => ({
        vendor: 'merchantops',
        via,
        organization: job.organization_id,
        job: { job_id: job.job_id, status: job.status },
      })),
      ...retailers.list().map(({ via, job }) => ({
        vendor: 'retailgrid',
        via,
        caller: job.caller,
        job: { job_id: job.job_id, status: job.status },
      })),
    ]),
  )

  app.post('/', async c => {
    const wanted = await bodyAs(c, newJob)
    if (wanted instanceof Response) return wanted
    const { vendor, owner, job_id, ...change } = wanted
    const common = { created_at: clock.now() }
    const { job_type: wantedType } = change.set
    const type = typeof wantedType === 'string' ? wantedType : undefined
    if (vendor === 'merchantops') {
      const organization_id = owner === 'own' ? callers.organization : callers.otherOrganization
      const job_type = type ?? 'enrichment'
      const blank = newMerchantJob({
        ...common,
        job_id: job_id ?? merchantJobId(job_type, random),
        organization_id,
        job_type,
      })
      const job = changedMerchant(blank, change)
      merchants.add(job.job_id, job, 'control')
      return c.json(detailAnswer(job, skew()), 201)
    }
    const caller = owner === 'own' ? RETAIL_CALLER : OTHER_RETAIL_CALLER
    const blank = newRetailJob({ ...common, job_id: job_id ?? uuid(random), caller, job_type: type ?? 'bulk_upsert' })
    const job = changedRetail(blank, change)
    retailers.add(job.job_id, job, 'control')
    return c.json(retailAnswer(job, skew()), 201)
  })

  app.patch('/merchantops/:job_id', async c => {
    const change = await bodyAs(c, jobChange)
    if (change instanceof Response) return change
    const before = merchants.read(c.req.param('job_id'))
    if (!before) return detail(c, 404, missing(c.req.param('job_id')))
    const job = changedMerchant(before, change)
    merchants.write(job.job_id, job)
    return c.json(detailAnswer(job, skew()))
  })

  app.patch('/retailgrid/:job_id', async c => {
    const change = await bodyAs(c, jobChange)
    if (change instanceof Response) return change
    const before = retailers.read(c.req.param('job_id'))
    if (!before) return detail(c, 404, missing(c.req.param('job_id')))
    const job = changedRetail(before, change)
    retailers.write(job.job_id, job)
    return c.json(retailAnswer(job, skew()))
  })

  app.delete('/:vendor/:job_id', c => {
    const { vendor, job_id } = c.req.param()
    const store = vendor === 'merchantops' ? merchants : vendor === 'retailgrid' ? retailers : null
    return store?.remove(job_id) ? c.body(null, 204) : detail(c, 404, missing(job_id))
  })
  return app
}
