import type { ConnectionId } from '../shared/connection'
import type { WatchedJob } from '../shared/snapshot'
import { printable } from './printable'

/** Signs; fewer fit too many jobs. */
const fewest = 4
/** Jobs; of more than these none is likelier than the others. */
const mostMeant = 3

/**
 * The question after a job that was not found: notifications and the window show only a part of an id, the beginning or
 * the end. Empty when no watched job of the connection has such an id, or too many do.
 */
export function meantJob(jobs: readonly Pick<WatchedJob, 'ref'>[], connectionId: ConnectionId, id: string): string {
  const part = id.trim().replace(/^…/, '').toLowerCase()
  if (part.length < fewest) return ''
  const meant = jobs
    .filter(({ ref }) => ref.connectionId === connectionId)
    .map(({ ref }) => ref.jobId)
    .filter(jobId => jobId.length > part.length)
    .filter(jobId => jobId.toLowerCase().startsWith(part) || jobId.toLowerCase().endsWith(part))
  if (meant.length === 0 || meant.length > mostMeant) return ''
  return ` Did you mean ${meant.map(jobId => printable(jobId)).join(' or ')}?`
}

/** That a job is not on the list, and what to do. */
export function notWatched(jobs: readonly Pick<WatchedJob, 'ref'>[], connectionId: ConnectionId, id: string): string {
  return `${printable(id)} is not watched.${meantJob(jobs, connectionId, id) || ' Add it with jobtray watch.'}`
}
