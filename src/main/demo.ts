import { bearer, type ConnectionId } from '../shared/connection'
import type { ConnectionForm, RequestHandlers } from '../shared/ipc'

/** The same ids in every demo, so that the keychain holds no keys of sandboxes long gone. */
export function demoIds(): () => ConnectionId {
  let made = 0
  return () => {
    made += 1
    return `demo-${made}`
  }
}

/**
 * Starts the sandbox inside this process and connects to it as anyone would: over HTTP, with keys from the keychain.
 * Neither API lists jobs, so the sandbox tells which ones begin. Gives back the way to stop it.
 */
export async function startDemo(
  handlers: Pick<RequestHandlers, 'connections:save' | 'jobs:watch'>,
  seed: number | null,
): Promise<() => Promise<void>> {
  const { startSandbox } = await import('../sandbox/server')
  const sandbox = await startSandbox({ story: 'demo', ...(seed !== null && { seed }) })
  const { merchantops, retailgrid, jobs } = sandbox.ready

  const connect = async (form: Omit<ConnectionForm, 'keySending'>): Promise<ConnectionId> => {
    const answer = await handlers['connections:save'](null, { ...form, keySending: bearer }, true)
    if (!answer.ok) throw new Error(`The sandbox could not be connected: ${answer.message}`)
    return answer.connection.id
  }
  const ids = {
    merchantops: await connect({
      name: 'MerchantOps sandbox',
      vendor: 'merchantops',
      baseUrl: merchantops.url,
      organization: merchantops.organization,
      key: merchantops.keys.full,
    }),
    retailgrid: await connect({
      name: 'Retailgrid sandbox',
      vendor: 'retailgrid',
      baseUrl: retailgrid.url,
      organization: '',
      key: retailgrid.key,
    }),
  }
  const watch = (job: (typeof jobs)[number]) => handlers['jobs:watch'](ids[job.vendor], job.job_id)
  sandbox.onJob(job => void watch(job))
  await Promise.all(jobs.map(watch))
  return () => sandbox.close()
}
