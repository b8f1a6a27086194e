import { failsMuch } from './failing'
import { isActive, refKey } from './job'
import type { Banner, ConnectionView, NoticeView, WatchedJob } from './snapshot'
import { groupOf } from './standing'

/** What is wrong, each once: a job, a connection, a post or a banner by its key. */
export type Troubles = {
  /** Nobody has looked at it yet. */
  readonly fresh: ReadonlySet<string>
  /** A person knows, and it stands all the same. */
  readonly known: ReadonlySet<string>
}

export type TroubleSource = {
  readonly jobs: readonly WatchedJob[]
  readonly connections: readonly ConnectionView[]
  /** Newest first. */
  readonly notices: readonly NoticeView[]
  readonly banners: readonly Banner[]
}

/** `worries`: the jobs with unseen bad news. An ending is over once it was seen; what goes on stays known trouble. */
export function troublesOf(source: TroubleSource, worries: ReadonlySet<string>): Troubles {
  const lost = source.connections.filter(({ fault }) => fault !== null).map(({ id }) => id)
  const isKnown = (id: string): boolean =>
    source.notices.find(notice => notice.kind === 'connection' && notice.connectionId === id)?.seen === true
  const fresh = new Set([
    ...worries,
    ...source.jobs.filter(watched => groupOf(watched, worries) === 'attention').map(({ ref }) => refKey(ref)),
    ...lost.filter(id => !isKnown(id)),
    // About no job: one that could not be created.
    ...source.notices.flatMap(({ id, kind, ref, seen }) =>
      kind === 'post' && ref === null && !seen ? [`post/${id}`] : [],
    ),
    ...source.banners.filter(({ tone }) => tone !== 'info').map(({ id }) => id),
  ])
  const standing = [...lost, ...source.jobs.filter(goesBadly).map(({ ref }) => refKey(ref))]
  return { fresh, known: new Set(standing.filter(key => !fresh.has(key))) }
}

/** Stalled, or failing much, at this moment; of a muted job nobody wants to know. */
const goesBadly = (watched: WatchedJob): boolean =>
  !watched.gone && watched.muted !== true && (hasStalled(watched) || isFailing(watched))

export const hasStalled = ({ job, stalledSince }: WatchedJob): boolean =>
  job !== null && isActive(job) && stalledSince != null

export const isFailing = ({ job }: WatchedJob): boolean => job !== null && isActive(job) && failsMuch(job, null)
