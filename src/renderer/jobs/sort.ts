import { type AheadOf, compareInGroup } from '../../shared/rank'
import type { WatchedJob } from '../../shared/snapshot'
import { groupOf, type Group as Standing } from '../../shared/standing'
import type { Sort } from './list-view'
import type { Group } from './order'

const rank: Readonly<Record<Standing, number>> = { active: 0, attention: 1, recent: 2 }

/** The order within a group. Pinned jobs come first in every order; ties by id, so that rows do not jump. */
export const compareBy =
  (sort: Sort, group: Group, unseen: ReadonlySet<string>, aheadOf: AheadOf) =>
  (a: WatchedJob, b: WatchedJob): number =>
    Number(b.pinned === true) - Number(a.pinned === true) ||
    orders[sort](a, b) ||
    (sort === 'standing' ? byStanding(group, a, b, unseen, aheadOf) : byText(a.ref.jobId, b.ref.jobId))

function byStanding(group: Group, a: WatchedJob, b: WatchedJob, unseen: ReadonlySet<string>, aheadOf: AheadOf): number {
  if (group !== 'pinned') return compareInGroup(group, a, b, aheadOf)
  // Of each standing there may be one.
  const standing = groupOf(a, unseen)
  return rank[standing] - rank[groupOf(b, unseen)] || compareInGroup(standing, a, b, aheadOf)
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const orders: Readonly<Record<Sort, (a: WatchedJob, b: WatchedJob) => number>> = {
  standing: () => 0,
  newest: (a, b) => byText(b.addedAt, a.addedAt),
  failures: (a, b) => (b.job?.failed ?? 0) - (a.job?.failed ?? 0) || (b.job?.warned ?? 0) - (a.job?.warned ?? 0),
  // What nobody can tell comes last.
  soonest: (a, b) => byText(etaOf(a), etaOf(b)),
  name: (a, b) => byText(a.job?.jobType ?? '\uffff', b.job?.jobType ?? '\uffff'),
}

const etaOf = ({ speed }: WatchedJob): string => speed?.eta?.latest ?? '\uffff'

/** Orders that may change with every answer: the list is to be arranged anew with each. */
export const isRestless = (sort: Sort): boolean => sort === 'failures' || sort === 'soonest'
