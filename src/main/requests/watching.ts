import type { WatchAnswer } from '../../shared/ipc'
import type { JobRef } from '../../shared/job'
import { checkJobId, splitJobIds } from '../../shared/job-id'
import type { ConnectionView, WatchedJob } from '../../shared/snapshot'

/** Sorts pasted ids into new, known and refused. `has` tells what is watched already. */
export function sortPasted(connection: ConnectionView, pasted: string, has: (ref: JobRef) => boolean): WatchAnswer {
  const added: JobRef[] = []
  const already: JobRef[] = []
  const refused: WatchAnswer['refused'][number][] = []
  for (const text of splitJobIds(pasted)) {
    const verdict = checkJobId(connection.vendor, text)
    if (!verdict.ok) refused.push({ text: text.slice(0, 80), why: verdict.why })
    else {
      const ref = { connectionId: connection.id, jobId: verdict.jobId }
      ;(has(ref) ? already : added).push(ref)
    }
  }
  return { added, already, refused }
}

export const newlyWatched = (
  ref: JobRef,
  vendor: ConnectionView['vendor'],
  origin: WatchedJob['origin'],
  at: Date,
): WatchedJob => ({
  ref,
  vendor,
  addedAt: at.toISOString(),
  origin,
  job: null,
  seenAt: null,
  triedAt: null,
  fault: null,
  endedSeenAt: null,
  gone: false,
})
