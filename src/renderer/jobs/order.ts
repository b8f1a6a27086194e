import type { WatchedJob } from '../../shared/snapshot'
import { groupOf, type Group as Standing, unseenWorries } from '../../shared/standing'
import type { Mirror } from '../state/mirror'
import type { ListView } from './list-view'
import { compareBy, isRestless } from './sort'

/** A person's own come before all else, however they stand. */
export type Group = 'pinned' | Standing

export const groups = ['pinned', 'active', 'attention', 'recent'] as const satisfies readonly Group[]

export const groupNames: Readonly<Record<Group, string>> = {
  pinned: 'Pinned',
  active: 'Active',
  attention: 'Needs attention',
  recent: 'Recent',
}

/** All jobs in their order, before any filter. */
export type Order = {
  readonly view: ListView
  readonly shape: number
  /** `refKey`s; in one list all are in the first. */
  readonly keys: Readonly<Record<Group, readonly string[]>>
}

/**
 * A letter typed into the filter and a mere change of progress sort nothing: as long as the mirror's shape is the same,
 * so is the order. Where it has changed, sorting begins from the order before, which is nearly right and so quickly mended.
 */
export function orderOf(mirror: Mirror, view: ListView, before: Order | null): Order {
  const like = before !== null && before.view.sort === view.sort && before.view.grouped === view.grouped
  if (like && before.shape === mirror.shape && !isRestless(view.sort)) return before
  const unseen = unseenWorries(mirror.notices)
  const buckets: Record<Group, WatchedJob[]> = { pinned: [], active: [], attention: [], recent: [] }
  // One list in one order; by state, the groups follow each other as they are.
  const inOne = !view.grouped && view.sort !== 'standing'
  const keyOf = new Map<WatchedJob, string>()
  const put = (key: string, watched: WatchedJob): void => {
    keyOf.set(watched, key)
    buckets[inOne ? 'active' : watched.pinned === true ? 'pinned' : groupOf(watched, unseen)].push(watched)
  }
  const placed = new Set<string>()
  for (const group of like ? groups : []) {
    for (const key of before?.keys[group] ?? []) {
      const watched = mirror.jobs.get(key)
      placed.add(key)
      if (watched !== undefined) put(key, watched)
    }
  }
  for (const [key, watched] of mirror.jobs) if (!placed.has(key)) put(key, watched)

  const aheadOf = (id: string): number => mirror.connections.get(id)?.clockAheadMs ?? 0
  const sorted = (group: Group): readonly string[] =>
    buckets[group].sort(compareBy(view.sort, group, unseen, aheadOf)).map(watched => keyOf.get(watched) ?? '')
  return {
    view: { sort: view.sort, grouped: view.grouped },
    shape: mirror.shape,
    keys: {
      pinned: sorted('pinned'),
      active: sorted('active'),
      attention: sorted('attention'),
      recent: sorted('recent'),
    },
  }
}
