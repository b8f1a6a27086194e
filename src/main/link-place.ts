import type { DeepLink } from '../shared/deep-link'
import type { JobRef } from '../shared/job'
import { checkJobId, readJobIds } from '../shared/job-id'
import type { ConnectionView, Place } from '../shared/snapshot'

export type Known = {
  readonly connections: readonly ConnectionView[]
  readonly has: (ref: JobRef) => boolean
}

/**
 * Where a link leads: to a watched job, or to the form for watching with its fields filled in; a person sends that.
 * Null when it names a connection that is not here, or an id that this vendor cannot have.
 */
export function placeOfLink(link: DeepLink, { connections, has }: Known): Place | null {
  const connection = connectionOf(link.connection, connections)
  if (connection === null) return null
  const verdicts = link.jobIds.map(text => checkJobId(connection.vendor, text))
  const jobIds = verdicts.flatMap(verdict => (verdict.ok ? [verdict.jobId] : []))
  const [jobId] = jobIds
  if (jobId === undefined || jobIds.length < verdicts.length) return null
  const ref = { connectionId: connection.id, jobId }
  if (link.kind === 'job' && has(ref)) return { view: 'job', ref }
  return { view: 'watch', connectionId: connection.id, pasted: pastedOf(jobIds) }
}

/** By id, or by the name where only one has it: a link made by another person cannot know our ids. */
function connectionOf(named: string, connections: readonly ConnectionView[]): ConnectionView | null {
  const byId = connections.find(({ id }) => id === named)
  if (byId !== undefined) return byId
  const [byName, ...others] = connections.filter(({ name }) => name.toLowerCase() === named.toLowerCase())
  return byName !== undefined && others.length === 0 ? byName : null
}

/** As lines, or as a JSON list where an id would be taken for several. */
function pastedOf(jobIds: readonly string[]): string {
  const lines = jobIds.join('\n')
  return readJobIds(lines).ids.join('\n') === lines ? lines : JSON.stringify(jobIds)
}
