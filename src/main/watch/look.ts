import type { Result } from '../../shared/fault'
import type { WatchedJob } from '../../shared/snapshot'
import type { JobsReading, Observation } from '../apis/jobs-api'
import {
  type DeepAttempt,
  type Depth,
  deepAfterEnding,
  deepAtOnce,
  deepIsDue,
  mayBeSeenLightly,
  wantsDetail,
} from './depth'

export type Reader = Pick<JobsReading, 'capabilities' | 'readStatus' | 'readDetail'>

export type Look = { readonly result: Result<Observation>; readonly attempt: DeepAttempt }

export type LookOptions = {
  /** Somebody looks at the job itself: its detail is what they want to see. */
  readonly isOpen: boolean
  /** Asked before a second request: the server may have asked to be left alone since the first. */
  readonly mayAsk: () => boolean
}

const asUsual: LookOptions = { isOpen: false, mayAsk: () => true }

/**
 * One look at a job. The light status leaves out stage, messages, warnings and times, so the detail is read at first
 * sight, when status or counts have moved in a way that matters, at the end and after it (api-notes section 3). An ending is
 * told from the detail where it can be had, so that one ending is not first "finished" and then "with warnings".
 * A detail that cannot be had, be it for its size, never keeps the light status from being told.
 */
export async function look(
  reader: Reader,
  { ref: { jobId }, job }: WatchedJob,
  depth: Depth,
  { isOpen, mayAsk }: LookOptions = asUsual,
): Promise<Look> {
  const { lightStatus } = reader.capabilities
  const isDue = isOpen ? deepAtOnce(depth) : deepIsDue(depth)
  if (!lightStatus || job === null || isDue || deepAfterEnding(job, depth)) {
    const deep = await readDeep(reader, jobId)
    if (deep.result.ok || !lightStatus || !mayBeSeenLightly(deep.result.fault) || !mayAsk()) return deep
    const status = await reader.readStatus(jobId)
    return { result: status.ok ? status : deep.result, attempt: deep.attempt }
  }
  const status = await reader.readStatus(jobId)
  if (!status.ok || !wantsDetail(job, status.value, depth)) return { result: status, attempt: null }
  if (!mayAsk()) return { result: status, attempt: 'put-off' }
  const deep = await readDeep(reader, jobId)
  return { result: deep.result.ok ? deep.result : status, attempt: deep.attempt }
}

async function readDeep(reader: Reader, jobId: string): Promise<Look> {
  const result = await reader.readDetail(jobId)
  return { result, attempt: result.ok ? { bytes: result.value.bytes } : { fault: result.fault } }
}
