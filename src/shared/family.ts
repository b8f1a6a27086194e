import type { Vendor } from './connection'
import { type JobLink, type JobRef, type Outcome, refKey, worse } from './job'
import type { WatchedJob } from './snapshot'

/** A server may name jobs without end: what lies beyond these is no part of a family (api-notes E37). */
export const mostMembers = 100
export const mostGenerations = 8

/** `lost`: the server does not have it, or not for this key; `unwatched`: named, but not on the list. Neither is waited for. */
export type MemberStanding = 'going' | 'ended' | 'lost' | 'unwatched'

export type Member = {
  readonly ref: JobRef
  readonly standing: MemberStanding
  /** Null when it is not watched. */
  readonly watched: WatchedJob | null
}

/** A job and all that it set off, however many steps away. */
export type Family = {
  readonly root: WatchedJob
  /** Without the root, nearest first, each once. */
  readonly members: readonly Member[]
  /** Of all that have ended; null while none has. */
  readonly worst: Outcome | null
  /** Nothing of it goes on any more. */
  readonly settled: boolean
}

/**
 * True for a link to a job that this one set off, at the same connection (api-notes E38): `parent_job_id` names the other
 * direction, and a grid fill in the metadata of a MerchantOps job runs at Retailgrid, of which no connection is known.
 */
export const leadsDown = (vendor: Vendor, { via }: JobLink): boolean =>
  !/^(parent|upstream)_/i.test(via) && !(vendor === 'merchantops' && /grid_fill/i.test(via))

export const childrenOf = ({ ref, vendor, job }: WatchedJob): readonly JobRef[] =>
  (job?.links ?? [])
    .filter(link => leadsDown(vendor, link))
    .map(({ jobId }) => ({ connectionId: ref.connectionId, jobId }))

/** Breadth first, so that the nearest are in when there are too many; each job once, so that a circle comes to an end. */
export function familyOf(root: WatchedJob, find: (ref: JobRef) => WatchedJob | undefined): Family {
  const members = new Map<string, Member>()
  let parents: readonly WatchedJob[] = [root]
  for (let generation = 0; generation < mostGenerations && parents.length > 0; generation += 1) {
    const next: WatchedJob[] = []
    for (const ref of parents.flatMap(childrenOf)) {
      const key = refKey(ref)
      if (key === refKey(root.ref) || members.has(key) || members.size >= mostMembers) continue
      const watched = find(ref) ?? null
      members.set(key, { ref, standing: standingOf(watched), watched })
      if (watched !== null) next.push(watched)
    }
    parents = next
  }
  const list = [...members.values()]
  const ended = [root, ...list.flatMap(({ watched }) => watched ?? [])].flatMap(({ job }) => job?.outcome ?? [])
  return {
    root,
    members: list,
    worst: ended.length === 0 ? null : ended.reduce(worse),
    settled: standingOf(root) !== 'going' && list.every(({ standing }) => standing !== 'going'),
  }
}

export function standingOf(watched: WatchedJob | null): MemberStanding {
  if (watched === null) return 'unwatched'
  if (watched.job?.phase === 'ended') return 'ended'
  return watched.gone ? 'lost' : 'going'
}
