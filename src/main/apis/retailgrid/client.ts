import { capabilities } from '../../../shared/connection'
import { bad, good, type Result } from '../../../shared/fault'
import { checkJobId } from '../../../shared/job-id'
import { createCaller } from '../call'
import { withOddities } from '../drift'
import { refusedHere } from '../http/error-fault'
import { maxDetailBytes, maxStatusBytes } from '../http/limits'
import type { JobsApiFactory, Observation } from '../jobs-api'
import { aboutJob, readWire } from '../reading'
import { observeJob } from './translate'
import { wireJobSchema } from './wire'

/** Retailgrid has one read and nothing to write (api-notes section 1). */
export const retailgridApi: JobsApiFactory = (connection, http, key) => {
  const call = createCaller(connection, http, key)

  const read = async (jobId: string, source: 'status' | 'detail', maxBytes: number): Promise<Result<Observation>> => {
    const checked = checkJobId('retailgrid', jobId)
    // The server would answer 422 to anything but a UUID (api-notes E18).
    if (!checked.ok) return bad(refusedHere('job_id', checked.why))
    const answer = await call({ method: 'GET', path: ['v1', 'jobs', checked.jobId], maxBytes, permission: null })
    if (!answer.ok) return answer
    const wire = readWire(wireJobSchema, answer.value.json)
    const own = wire.ok ? aboutJob(jobId, wire.value) : wire
    if (!own.ok) return own
    const seen = observeJob(own.value, source, answer.value.bytes)
    return good(withOddities(seen, answer.value.json, own.value, wireJobSchema))
  }

  return {
    capabilities: capabilities.retailgrid,
    writing: null,
    readStatus: jobId => read(jobId, 'status', maxStatusBytes),
    readDetail: jobId => read(jobId, 'detail', maxDetailBytes),
  }
}
