import { bad, type Result } from '../../shared/fault'
import type { JobsApi } from '../apis/jobs-api'
import type { Manners } from '../watch/origin/manners'

/** An API whose server is asked nothing while it wants no requests, and that is told what each answer asks for. */
export function polite(
  api: JobsApi,
  connectionId: string,
  manners: Pick<Manners, 'heed' | 'pausedMs'>,
): Pick<JobsApi, 'readDetail' | 'writing'> {
  const ask = async <T>(request: () => Promise<Result<T>>): Promise<Result<T>> => {
    const pausedMs = manners.pausedMs(connectionId)
    if (pausedMs > 0) return bad({ kind: 'rate-limited', retryAfterMs: pausedMs })
    const result = await request()
    manners.heed(connectionId, result.ok ? null : result.fault)
    return result
  }
  const { writing } = api
  return {
    readDetail: jobId => ask(() => api.readDetail(jobId)),
    writing: writing && {
      ...writing,
      create: input => ask(() => writing.create(input)),
      postProgress: (jobId, input) => ask(() => writing.postProgress(jobId, input)),
      askToPost: () => ask(() => writing.askToPost()),
    },
  }
}

export type PoliteApi = ReturnType<typeof polite>
