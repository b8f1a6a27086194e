import type { Family } from '../shared/family'
import type { JobStanding } from '../shared/ipc'
import { faultSentence, glanceLine } from '../shared/wording'

/** What is known when nobody waits any longer: that a job has not ended can only be said of one that can be seen. */
export function timeIsOver(
  { watched, connectionFault, paused }: JobStanding,
  family: Family | null,
  line: string,
): string {
  const job = watched?.job ?? null
  const fault = connectionFault ?? watched?.fault ?? null
  const why = [...(paused ? ['Watching is paused.'] : []), ...(fault === null ? [] : [faultSentence(fault.fault)])]
  if (job === null) {
    return ['The time is over. The job was never seen, so nobody knows whether it has ended.', ...why].join(' ')
  }
  if (why.length > 0 && job.phase !== 'ended') {
    const last = `When it was last seen, at ${watched?.seenAt ?? 'an unknown time'}, the job had not ended: ${glanceLine(job)}.`
    return ['The time is over.', last, ...why].join(' ')
  }
  return `The time is over; the job ${family === null ? 'has' : 'and its family have'} not ended. ${line}`
}
