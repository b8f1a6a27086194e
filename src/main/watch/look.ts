import type { Result } from '../../shared/fault'
import type { Job } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { JobsReading, Observation } from '../apis/jobs-api'

export type Reader = Pick<JobsReading, 'capabilities' | 'readStatus' | 'readDetail'>

/**
 * One look at a job. The light status leaves out stage, messages, warnings and times, so the detail is read at first
 * sight, when status or counts have moved in a way that matters, and at the end (api-notes section 3). An ending is
 * told from the detail where it can be had, so that one ending is not first "finished" and then "with warnings".
 */
export async function look(reader: Reader, watched: WatchedJob, sinceDetail: number): Promise<Result<Observation>> {
  if (!reader.capabilities.lightStatus || watched.job === null) return reader.readDetail(watched.ref.jobId)
  const status = await reader.readStatus(watched.ref.jobId)
  if (!status.ok || !wantsDetail(watched.job, status.value, sinceDetail)) return status
  const detail = await reader.readDetail(watched.ref.jobId)
  return detail.ok ? detail : status
}

/** A stage or a message can move while nothing in the light status does, so every so many looks go deep. */
const mostLightLooks = 2

export function wantsDetail(job: Job, { facts }: Observation, sinceDetail: number): boolean {
  const moved = facts.status !== job.status || isOther(facts.total, job.total) || isOther(facts.failed, job.failed)
  return moved || sinceDetail >= mostLightLooks
}

/** A field that an answer lacks says nothing. */
const isOther = <T>(now: T | undefined, then: T): boolean => now !== undefined && now !== then
