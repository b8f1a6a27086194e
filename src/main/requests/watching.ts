import type { WatchAnswer } from '../../shared/ipc'
import type { JobRef } from '../../shared/job'
import { checkJobId, readJobIds } from '../../shared/job-id'
import type { ConnectionView } from '../../shared/snapshot'

/** Goes back into the field to be corrected; longer than an id may be, so that a cut one is not taken for an id. */
const shownOfRefused = 300

/** Sorts pasted ids into new, known and refused. `has` tells what is watched already. */
export function sortPasted(connection: ConnectionView, pasted: string, has: (ref: JobRef) => boolean): WatchAnswer {
  const added: JobRef[] = []
  const already: JobRef[] = []
  const { ids, refused: unclear } = readJobIds(pasted)
  const refused = unclear.map(({ text, why }) => ({ text: text.slice(0, shownOfRefused), why }))
  // One UUID may have been pasted in two spellings.
  const taken = new Set<string>()
  for (const text of ids) {
    const verdict = checkJobId(connection.vendor, text)
    if (!verdict.ok) refused.push({ text: text.slice(0, shownOfRefused), why: verdict.why })
    else if (!taken.has(verdict.jobId)) {
      taken.add(verdict.jobId)
      const ref = { connectionId: connection.id, jobId: verdict.jobId }
      ;(has(ref) ? already : added).push(ref)
    }
  }
  return { added, already, refused }
}
