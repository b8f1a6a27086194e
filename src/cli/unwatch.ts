import { refKey } from '../shared/job'
import { checkJobId, type PastedIds } from '../shared/job-id'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { idList, refusals } from './ids'
import { json } from './printable'

/** As many as one request may name. */
const atATime = 20_000

/** Takes jobs off the watch list; those that are not on it are named. */
export async function unwatch(
  ask: Ask,
  out: Out,
  name: string,
  { ids, refused }: PastedIds,
  asJson: boolean,
): Promise<void> {
  const snapshot = await ask('state:read')
  const connection = connectionNamed(snapshot, name)
  const watched = new Set(snapshot.jobs.map(({ ref }) => refKey(ref)))
  const jobIds = ids.map(id => {
    const checked = checkJobId(connection.vendor, id)
    return checked.ok ? checked.jobId : id
  })
  const refs = [...new Set(jobIds)].map(jobId => ({ connectionId: connection.id, jobId }))
  const there = refs.filter(ref => watched.has(refKey(ref)))
  const missing = refs.filter(ref => !watched.has(refKey(ref)))
  for (let from = 0; from < there.length; from += atATime) {
    await ask('jobs:forget', there.slice(from, from + atATime))
  }
  if (asJson) {
    const idsOf = (list: typeof refs) => list.map(({ jobId }) => jobId)
    out(
      json({
        connection: connection.name,
        removed: idsOf(there),
        missing: [...idsOf(missing), ...refused.map(({ text }) => text)],
      }),
    )
  } else if (there.length > 0) out(`Watched no more: ${idList(there)}.`)
  const complaints = [...(missing.length > 0 ? [`Not watched: ${idList(missing)}.`] : []), ...refusals(refused)]
  if (complaints.length > 0) throw new CommandError(complaints.join('\n'), 1)
}
