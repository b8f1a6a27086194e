import type { Family, Member } from '../shared/family'
import type { StandingFault } from '../shared/fault'
import type { JobStanding } from '../shared/ipc'
import { shortId } from '../shared/job'
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
  const blind = family?.members.find(member => isBlind(member, connectionFault)) ?? null
  if (blind !== null)
    return ['The time is over.', lastSightOf(blind), ...(why.length > 0 ? why : faultOf(blind))].join(' ')
  return `The time is over; the job ${family === null ? 'has' : 'and its linked jobs have'} not ended. ${line}`
}

/** It goes on as far as anybody knows, and cannot be seen. */
const isBlind = ({ standing, watched }: Member, connectionFault: StandingFault | null): boolean =>
  standing === 'going' && (connectionFault ?? watched?.fault ?? null) !== null

const faultOf = ({ watched }: Member): readonly string[] => (watched?.fault ? [faultSentence(watched.fault.fault)] : [])

function lastSightOf({ ref, watched }: Member): string {
  const name = shortId(ref.jobId)
  return watched?.job == null
    ? `The linked job ${name} was never seen, so nobody knows whether it has ended.`
    : `When it was last seen, at ${watched.seenAt ?? 'an unknown time'}, the linked job ${name} had not ended: ${glanceLine(watched.job)}.`
}
