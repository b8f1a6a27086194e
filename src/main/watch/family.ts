import { childrenOf, familyOf, leadsDown } from '../../shared/family'
import { type JobRef, refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { newlyWatched } from './newly-watched'

/** Jobs on the list that nobody put there, at most: a family has its own bound, but there may be thousands of families. */
export const mostFollowed = 2_000

type Find = (ref: JobRef) => WatchedJob | undefined

/** The first of the jobs that led here; the job itself when it was not found through another, or that one is off the list. */
export function rootOf(watched: WatchedJob, find: Find): WatchedJob {
  const passed = new Set<string>()
  let root = watched
  for (;;) {
    passed.add(refKey(root.ref))
    if (root.foundThrough === undefined) return root
    const parent = find({ connectionId: root.ref.connectionId, jobId: root.foundThrough })
    if (parent === undefined || passed.has(refKey(parent.ref))) return root
    root = parent
  }
}

/** What a job names newly, and the circumstances. */
export type Naming = {
  readonly parent: WatchedJob
  /** Names that are no discovery. */
  readonly known: ReadonlySet<string>
  readonly find: Find
  /** So many at most. */
  readonly room: number
  readonly at: Date
  /** Born while the parent was being watched: even an ending before the first look is news. */
  readonly isNews: boolean
  /** Else an ending after this is, ISO; null: only one after `at`. */
  readonly newsSince?: string | null
}

/**
 * The jobs that a job names and that the list lacks, ready to be put on it. What is too far from the first job of the
 * family, or too much for it, is left out.
 */
export function newlyNamed({ parent, known, find, room, at, isNews, newsSince = null }: Naming): readonly WatchedJob[] {
  const links = (parent.job?.links ?? []).filter(link => !known.has(link.jobId) && leadsDown(parent.vendor, link))
  if (links.length === 0 || room <= 0) return []
  const named = new Set(links.map(({ jobId }) => jobId))
  const findNow: Find = ref => (refKey(ref) === refKey(parent.ref) ? parent : find(ref))
  return familyOf(rootOf(parent, findNow), findNow)
    .members.filter(({ standing, ref }) => standing === 'unwatched' && named.has(ref.jobId))
    .slice(0, room)
    .map(({ ref }) => ({
      ...newlyWatched(ref, parent.vendor, 'linked', at),
      foundThrough: parent.ref.jobId,
      ...(isNews && { namedWhileWatched: true }),
      ...(!isNews && newsSince !== null && { newsSince }),
    }))
}

/** A job that is being watched tells of its children as they are born; one that is seen for the first time may be old. */
export const tellsOfBirths = (before: WatchedJob): boolean =>
  before.job !== null || before.origin === 'created' || before.namedWhileWatched === true

/** Every job that a job of the list leads to, or once led to. */
export function namedIn(jobs: Iterable<WatchedJob>): ReadonlySet<string> {
  const named = new Set<string>()
  for (const watched of jobs) {
    if (watched.origin === 'linked') named.add(refKey(watched.ref))
    if (watched.job !== null && watched.job.links.length > 0)
      for (const ref of childrenOf(watched)) named.add(refKey(ref))
  }
  return named
}
