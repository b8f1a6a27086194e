import type { StandingFault } from '../shared/fault'
import { type Outcome, shortId } from '../shared/job'
import type { WatchedJob } from '../shared/snapshot'
import { endedCountsSentence, faultSentence, glanceLine, jobTypeName, outcomeVerb } from '../shared/wording'

export type Step =
  | { readonly kind: 'ended'; readonly outcome: Outcome; readonly line: string }
  | { readonly kind: 'hopeless'; readonly why: string }
  | { readonly kind: 'going'; readonly line: string }

/** Trouble that waiting does not mend; all other trouble may pass. */
const needsAPerson: ReadonlySet<string> = new Set(['unauthorized', 'no-key', 'forbidden', 'rejected', 'moved'])

/** What waiting for a job has come to. Not seeing a job is never its ending (architecture rule 1). */
export function stepOf(watched: WatchedJob | null, connectionFault: StandingFault | null): Step {
  if (watched === null) return { kind: 'hopeless', why: 'The job is not watched any more.' }
  const { job, gone } = watched
  if (job?.phase === 'ended') {
    const outcome = job.outcome ?? 'unknown'
    const counts = endedCountsSentence(job)
    const what = `${jobTypeName(job.jobType)} ${outcomeVerb(outcome, job.status)}`
    // The one sentence an engineer wants when the worker died.
    const reason = job.errorMessage === null ? '' : `. ${job.errorMessage}`
    return { kind: 'ended', outcome, line: `${counts === '' ? what : `${what}: ${counts}`}${reason}` }
  }
  const standing = connectionFault ?? watched.fault
  const isLost = gone || (job === null && standing?.fault.kind === 'not-found')
  if (standing !== null && (isLost || needsAPerson.has(standing.fault.kind))) {
    return { kind: 'hopeless', why: faultSentence(standing.fault) }
  }
  const trouble = standing === null ? '' : ` · ${faultSentence(standing.fault)}`
  const seen = job === null ? `${shortId(watched.ref.jobId)} · not seen yet` : glanceLine(job)
  return { kind: 'going', line: `${seen}${trouble}` }
}
