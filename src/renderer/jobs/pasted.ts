import { readJobIds } from '../../shared/job-id'
import type { WatchedJob } from '../../shared/snapshot'

/** `refKey`s of the watched jobs that pasted ids name; empty unless each of them is watched. */
export function watchedAmong(pasted: string, jobs: ReadonlyMap<string, WatchedJob>): readonly string[] {
  const { ids: clear, refused } = readJobIds(pasted)
  if (refused.length > 0) return []
  const ids = new Set(clear)
  const found = [...jobs].filter(([, { ref }]) => ids.has(ref.jobId))
  const known = new Set(found.map(([, { ref }]) => ref.jobId))
  return ids.size > 0 && known.size === ids.size ? found.map(([key]) => key) : []
}

/** What a paste into the filter is to look for: of an address that names a job, the job's id; null: as it is pasted. */
export function filterOfPasted(pasted: string): string | null {
  const { ids, refused } = readJobIds(pasted)
  const [id, ...more] = ids
  return id !== undefined && refused.length === 0 && more.length === 0 && id !== pasted.trim() ? id : null
}

/** The one id that a filter could be meant as, should no watched job have it; null: it reads like words. */
export function idInFilter(filter: string): string | null {
  const text = filter.trim()
  return /^[\w.-]{8,256}$/.test(text) && /\d/.test(text) ? text : null
}
