import { childrenOf, mostGenerations, mostMembers } from '../../shared/family'
import { type JobRef, refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'

/** One job of a family; `depth` 0: the one that set all of it off. */
export type TreeLine = { readonly ref: JobRef; readonly depth: number; readonly isHere: boolean }

type Jobs = ReadonlyMap<string, WatchedJob>

/** The job that set this one off; of several the first that is watched. */
function parentOf(key: string, jobs: Jobs): WatchedJob | null {
  for (const watched of jobs.values())
    if (watched.job !== null && watched.job.links.length > 0 && childrenOf(watched).some(ref => refKey(ref) === key))
      return watched
  return null
}

/** The whole family a job belongs to, from the one that began it, each once; a circle comes to an end (api-notes E37). */
export function familyTree(watched: WatchedJob, jobs: Jobs): readonly TreeLine[] {
  const here = refKey(watched.ref)
  let root = watched
  const above = new Set([here])
  for (let generation = 0; generation < mostGenerations; generation += 1) {
    const parent = parentOf(refKey(root.ref), jobs)
    if (parent === null || above.has(refKey(parent.ref))) break
    above.add(refKey(parent.ref))
    root = parent
  }
  const seen = new Set<string>()
  const lines: TreeLine[] = []
  const add = (ref: JobRef, depth: number): void => {
    const key = refKey(ref)
    if (seen.has(key) || lines.length > mostMembers) return
    seen.add(key)
    lines.push({ ref, depth, isHere: key === here })
    const job = jobs.get(key)
    if (job !== undefined && depth < 2 * mostGenerations) for (const child of childrenOf(job)) add(child, depth + 1)
  }
  add(root.ref, 0)
  return lines
}
