import { z } from 'zod'
import type { SandboxUnderTest } from '../sandbox'

type Server = {
  readonly ready: { readonly merchantops: { readonly url: string; readonly keys: { readonly full: string } } }
} & Pick<SandboxUnderTest, 'tell'>

const requestsSchema = z.array(z.object({ seq: z.number(), method: z.string(), fault: z.string().nullable() }))
const jobsSchema = z.array(z.object({ vendor: z.string(), job: z.object({ job_id: z.string() }) }))
const jobSchema = z.object({
  triggered_by: z.string().nullable(),
  errors: z.array(z.object({ entity_key: z.string() })),
})

/** How often each post has had its effect, by its id. */
export type Arrivals = { readonly effects: ReadonlyMap<string, number> }

/** Asks the jobs themselves: each report left an error with its id, each creation a job with its id. */
export async function arrivalsOf(sandbox: Server): Promise<Arrivals> {
  await sandbox.tell('DELETE', '/faults')
  const effects = new Map<string, number>()
  const count = (id: string) => effects.set(id, (effects.get(id) ?? 0) + 1)
  const { url, keys } = sandbox.ready.merchantops
  for (const { vendor, job } of jobsSchema.parse(await sandbox.tell('GET', '/jobs'))) {
    if (vendor !== 'merchantops') continue
    const answer = await fetch(`${url}/api/jobs/${job.job_id}`, { headers: { authorization: `Bearer ${keys.full}` } })
    const { triggered_by, errors } = jobSchema.parse(await answer.json())
    if (triggered_by !== null) count(triggered_by)
    for (const { entity_key } of errors) count(entity_key)
  }
  return { effects }
}

/** Counts the posts in the sandbox's request log, which itself keeps the newest thousand requests alone. */
export function followRequests(sandbox: Server) {
  let since = 0
  let posts = 0
  const broken = new Set<number>()
  const seen = new Set<number>()
  const read = async () => {
    // Those of a moment ago are read again: what went wrong with them is noted after they began.
    const list = requestsSchema.parse(await sandbox.tell('GET', `/requests?since=${Math.max(0, since - 200)}`))
    for (const { seq, method, fault } of list) {
      since = Math.max(since, seq)
      if (method !== 'POST') continue
      if (!seen.has(seq)) posts += 1
      seen.add(seq)
      if (fault !== null) broken.add(seq)
    }
  }
  let reading = Promise.resolve()
  const timer = setInterval(() => {
    reading = reading.then(read)
  }, 200)
  return {
    async stop() {
      clearInterval(timer)
      await reading
      await read()
      return { posts, broken: broken.size }
    },
  }
}
