import type { Job } from '../../shared/job'
import type { JobFacts } from '../apis/jobs-api'

/** Times are sent rounded, each in its own way, and start and end may be written by two clocks, ms. */
const roundingMs = 1_000

/**
 * Whether a job that had ended has run once more and ended again while nobody looked, be it in the same word (api-notes
 * E13). Only its times tell that for sure: a whole run, its start and its end, that came after the end that was known.
 * Counts may be corrected after an end (E9, E12), an end be filled in late or written anew with each edit: of these alone
 * nothing follows, for an ending that is told twice is worse than a run that is missed. A time that is absent, or that
 * nobody can read (E15), says nothing either.
 */
export function ranUnseen({ phase, startedAt, completedAt }: Job, facts: JobFacts): boolean {
  if ((phase !== 'ended' && phase !== 'unknown') || facts.phase !== 'ended') return false
  const [begun, known] = [msOf(startedAt), msOf(completedAt)]
  const [start, end] = [msOf(facts.startedAt), msOf(facts.completedAt)]
  const knownWasAnEnd = !(begun - known > roundingMs)
  return knownWasAnEnd && start - known > roundingMs && end >= start
}

/** Some servers write the beginning of their calendar, the year 1 or 1970, where they have no time yet (fault 59). */
const oldest = Date.UTC(2000, 0, 1)

/** NaN, which is neither earlier nor later than anything, for what is no time. */
function msOf(time: string | null | undefined): number {
  const ms = Date.parse(time ?? '')
  return ms >= oldest ? ms : Number.NaN
}
