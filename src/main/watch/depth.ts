import type { Fault } from '../../shared/fault'
import type { Job } from '../../shared/job'
import { lightLooks } from '../../shared/pace'
import type { Observation } from '../apis/jobs-api'

/** What the deep looks at a job have been like; it decides when the next one is worth it. */
export type Depth = {
  /** Light looks since the last deep one was tried. */
  readonly lightSince: number
  /** Size of the last detail that was read, bytes. */
  readonly bytes: number
  /** Deep looks in a row that failed. */
  readonly failures: number
  /** The last one failed because there is more than is ever read. */
  readonly tooLarge: boolean
}

/** Before the first deep look. */
export const unread: Depth = { lightSince: Number.POSITIVE_INFINITY, bytes: 0, failures: 0, tooLarge: false }

/** What came of the detail in one look: its size, the fault it met, that it had to wait, or null: it was not wanted. */
export type DeepAttempt = { readonly bytes: number } | { readonly fault: Fault } | 'put-off' | null

export function afterLook(before: Depth, attempt: DeepAttempt): Depth {
  if (attempt === null) return { ...before, lightSince: before.lightSince + 1 }
  if (attempt === 'put-off') return { ...before, lightSince: Number.POSITIVE_INFINITY }
  if ('bytes' in attempt) return { lightSince: 0, bytes: attempt.bytes, failures: 0, tooLarge: false }
  const { bytes, failures } = before
  return { lightSince: 0, bytes, failures: failures + 1, tooLarge: attempt.fault.kind === 'too-large' }
}

const bytesForOneMore = 131_072
const forTooLarge = 64
const most = 1_024

/**
 * Light looks between two deep ones. A stage or a message can move while nothing in the light status does, so it is few
 * for a usual job. Eight megabytes are read once in some sixty looks, and what cannot be had is tried more and more rarely.
 */
export function lightLooksBetween({ bytes, failures, tooLarge }: Depth): number {
  const first = tooLarge ? forTooLarge : lightLooks + Math.floor(bytes / bytesForOneMore)
  const again = tooLarge ? failures - 1 : failures
  return Math.min(most, first * 2 ** Math.min(again, 10))
}

/**
 * Whether a look goes deep. A status that has moved always does, so that an ending is told whole; counts that have moved
 * only hasten it, since those of a large job move at every look.
 */
export function wantsDetail(job: Job, { facts }: Observation, depth: Depth): boolean {
  if (facts.status !== job.status) return true
  const moved = isOther(facts.total, job.total) || isOther(facts.failed, job.failed)
  if (job.phase === 'ended' && !depth.tooLarge && (moved || isOther(facts.processed, job.processed))) return true
  const wait = lightLooksBetween(depth)
  return depth.lightSince >= (moved ? Math.floor(wait / 4) : wait)
}

/** A detail that is due anyway is read in the place of the status, which it holds; one that failed is asked for after it. */
export const deepIsDue = (depth: Depth): boolean => depth.failures === 0 && depth.lightSince >= lightLooksBetween(depth)

/** While its page is open a job is read whole each time; a large one in so many looks that its bytes stay bearable. */
export const deepAtOnce = (depth: Depth): boolean =>
  depth.failures === 0 && depth.lightSince >= lightLooksBetween(depth) - lightLooks

/**
 * Of a job that has ended the detail alone shows whether it has run once more meanwhile, for the light status has no times
 * (api-notes section 3). So the few looks after an ending read it in the place of the status; of a large one only when
 * its counts are no longer those of the end.
 */
export const deepAfterEnding = ({ phase }: Job, { failures, bytes }: Depth): boolean =>
  phase === 'ended' && failures === 0 && bytes <= bytesForOneMore

/** A field that an answer lacks says nothing. */
const isOther = <T>(now: T | undefined, then: T): boolean => now !== undefined && now !== then

/** True for a fault of the detail alone: the light status may be had all the same. */
export function mayBeSeenLightly(fault: Fault): boolean {
  switch (fault.kind) {
    case 'too-large':
    case 'garbled':
    case 'server':
      return true
    case 'unreachable':
      return fault.cause === 'timeout' || fault.cause === 'cut'
    default:
      return false
  }
}
