import type { WatchedJob } from './snapshot'
import { needsHelp } from './standing'

/** The word that a person filters an ending by. */
export const outcomeWords = {
  succeeded: 'finished',
  warned: 'warnings',
  partial: 'partial',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
} as const

type Sought = Pick<WatchedJob, 'job' | 'fault' | 'unfound' | 'origin'>

/**
 * No answer ever showed it, and its server knows no such job: a slip in the id, most often, and of a wrong paste thousands.
 * A server that is down by now has not found it meanwhile.
 */
export const isNotFound = (watched: Sought): boolean => {
  const { job, fault, unfound } = watched
  if (job !== null) return false
  if (fault?.fault.kind === 'not-found') return true
  return unfound === true && (fault === null || !needsHelp(fault.fault, watched))
}

/** What a person may ask for of a job that nobody has seen; `unknown` is a word of the server's that nobody knows. */
export const unseenWords = { notFound: 'not-found', notSeen: 'not-seen' } as const

/** The words that a job may be found by: its phase or outcome, and the server's own. */
export function statesOf(watched: Sought): readonly string[] {
  const { job } = watched
  if (job === null) return [isNotFound(watched) ? unseenWords.notFound : unseenWords.notSeen]
  return [job.outcome === null ? job.phase : outcomeWords[job.outcome], job.status.toLowerCase()]
}
