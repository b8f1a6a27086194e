import type { WatchedJob } from '../../shared/snapshot'
import { jobTypeName, stateName } from '../../shared/wording'

/** Lower-case words, all of which must occur. */
export const wordsOf = (filter: string): readonly string[] =>
  filter
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')

const known = new WeakMap<WatchedJob, { readonly connection: string; readonly text: string }>()

/** There are few types and many jobs. */
const typeNames = new Map<string | null, string>()

function typeNameOf(jobType: string | null): string {
  const before = typeNames.get(jobType)
  if (before !== undefined) return before
  if (typeNames.size > 1_000) typeNames.clear()
  const name = jobTypeName(jobType)
  typeNames.set(jobType, name)
  return name
}

/** All that a row shows, in lower case. A watched job never changes in place, so its text is made once. */
export function searchTextOf(watched: WatchedJob, connection: string): string {
  const before = known.get(watched)
  if (before?.connection === connection) return before.text
  const { job } = watched
  const parts = [watched.ref.jobId, connection, watched.vendor, watched.fault?.fault.kind]
  if (job !== null) {
    parts.push(typeNameOf(job.jobType), job.jobType ?? '', job.status, stateName(job), job.stage ?? '')
    parts.push(job.lastMessage ?? '', job.errorMessage ?? '')
  }
  const text = parts.join('\n').toLowerCase()
  known.set(watched, { connection, text })
  return text
}
