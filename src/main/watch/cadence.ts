import type { Fault } from '../../shared/fault'
import type { Pace } from '../../shared/settings'
import type { WatchedJob } from '../../shared/snapshot'

const second = 1_000
const minute = 60 * second

/** Ms between two looks at a running job. */
export const pollMs: Readonly<Record<Pace, number>> = { gentle: 30 * second, normal: 5 * second, brisk: 2 * second }

/** Looks after an ending, in ms since it was first seen: the server may correct itself or run the job again (api-notes E13). */
const afterEnd = [1 * minute, 5 * minute, 30 * minute]

/**
 * Ms from now until a job should be looked at again, or null: never.
 * `failures`: faults in a row; `wall`: now; `pollMs`: the interval a person chose.
 */
export function nextLook(watched: WatchedJob, failures: number, wall: number, pollMs: number): number | null {
  if (watched.gone) return null
  if (watched.fault !== null) return afterFault(watched.fault.fault, failures, pollMs)
  if (watched.job === null) return 0
  if (watched.job.phase === 'unknown') return Math.max(pollMs, minute)
  if (watched.endedSeenAt !== null && watched.job.phase === 'ended') return afterEnding(watched, wall)
  return pollMs
}

function afterEnding(watched: WatchedJob, wall: number): number | null {
  const end = new Date(watched.endedSeenAt ?? wall).getTime()
  const last = watched.triedAt === null ? end : new Date(watched.triedAt).getTime()
  const next = afterEnd.map(ms => end + ms).find(due => due > last)
  return next === undefined ? null : Math.max(0, next - wall)
}

function afterFault(fault: Fault, failures: number, pollMs: number): number {
  switch (fault.kind) {
    case 'not-found':
      return 35 * second
    case 'forbidden':
      return 15 * minute
    case 'rejected':
    case 'moved':
    case 'conflict':
      return 5 * minute
    case 'rate-limited':
      return Math.max(fault.retryAfterMs ?? minute, 2 * second)
    case 'server':
      return Math.max(fault.retryAfterMs ?? 0, backoff(failures, pollMs))
    default:
      return backoff(failures, pollMs)
  }
}

/** Ms for which a server wants none of our requests, whichever job they are about (api-notes E22). 0: it said nothing. */
export function hostPause(fault: Fault): number {
  if (fault.kind === 'rate-limited') return fault.retryAfterMs ?? minute
  return fault.kind === 'server' ? (fault.retryAfterMs ?? 0) : 0
}

/** Doubles with each failure in a row, up to a minute (or the chosen interval, when that is longer). */
const backoff = (failures: number, pollMs: number): number =>
  Math.min(Math.max(minute, pollMs), pollMs * 2 ** Math.min(failures, 10))
