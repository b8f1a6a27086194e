import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { FaultRule } from '../../../src/sandbox/server'
import type { RunningSandbox } from '../../support/programs'

export type Fields = Readonly<Record<string, unknown>>

const urlSchema = z.object({ control: z.object({ url: z.string() }) })
const requestSchema = z.object({
  seq: z.number(),
  server: z.string(),
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
})
export type SeenRequest = z.infer<typeof requestSchema>

/** Pulls the strings of a running sandbox; every change holds when the promise resolves. */
export const controlOf = (sandbox: Pick<RunningSandbox, 'ready'>) => {
  const { url } = urlSchema.parse(sandbox.ready).control

  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(url + path, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }

  /** The reads of jobs after `seq`, proofs of keys left out. */
  const requests = async (seq = 0): Promise<readonly SeenRequest[]> => {
    const all = z.array(requestSchema).parse(await send('GET', `/requests?since=${seq}`))
    return all.filter(({ path }) => !path.includes('00000000-0000'))
  }

  const newest = async () => (await requests()).at(-1)?.seq ?? 0

  return {
    /** Any call of the control port; throws when it is refused. */
    tell: send,
    merchantJob: (jobId: string, set: Fields) =>
      send('POST', '/jobs', { vendor: 'merchantops', job_id: jobId, set: { job_type: 'enrichment', ...set } }),
    retailJob: (jobId: string, set: Fields) => send('POST', '/jobs', { vendor: 'retailgrid', job_id: jobId, set }),
    change: (jobId: string, set: Fields) => send('PATCH', `/jobs/merchantops/${encodeURIComponent(jobId)}`, { set }),
    changeRetail: (jobId: string, set: Fields) => send('PATCH', `/jobs/retailgrid/${jobId}`, { set }),
    fault: (rule: FaultRule) => send('POST', '/faults', rule),
    forgetRequests: () => send('DELETE', '/requests'),
    heal: () => send('DELETE', '/faults'),
    requests,
    /** The `seq` of the newest request. */
    newest,
    /** The same, once none has come for a second: what was on its way when the app stopped asking has arrived. */
    async settled(): Promise<number> {
      for (let before = await newest(); ; ) {
        await sleep(1_000)
        const now = await newest()
        if (now === before) return now
        before = now
      }
    },
    /** How many requests after `seq` were about each of the jobs. */
    async asked(jobIds: readonly string[], seq: number): Promise<readonly number[]> {
      const seen = await requests(seq)
      return jobIds.map(id => seen.filter(({ path }) => path.includes(id)).length)
    },
  }
}

export type Control = ReturnType<typeof controlOf>
