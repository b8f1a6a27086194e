import type { ConnectionId } from '../../shared/connection'
import { refKey } from '../../shared/job'
import type { Post, PostRun, Template } from '../../shared/outbox'
import { sameRank } from '../../shared/rank'
import type { Settings } from '../../shared/settings'
import type { AppInfo, Banner, ConnectionView, Delta, NoticeView, Snapshot, WatchedJob } from '../../shared/snapshot'
import { countingUnlooked, type Unlooked } from './unlooked'

/** What the window knows of main, keyed for single rows. */
export type Mirror = {
  readonly version: number
  /** Grows whenever the order or grouping of the list may have changed, so that progress alone sorts nothing anew. */
  readonly shape: number
  readonly app: AppInfo
  readonly connections: ReadonlyMap<ConnectionId, ConnectionView>
  /** By `refKey`. */
  readonly jobs: ReadonlyMap<string, WatchedJob>
  readonly unlooked: Unlooked
  /** Newest first. */
  readonly notices: readonly NoticeView[]
  readonly banners: readonly Banner[]
  readonly settings: Settings
  /** Oldest first; the ended ones are the last. */
  readonly posts: readonly Post[]
  /** Newest first. */
  readonly runs: readonly PostRun[]
  readonly templates: readonly Template[]
}

const byId = (connections: readonly ConnectionView[]): Mirror['connections'] =>
  new Map(connections.map(connection => [connection.id, connection]))

export function mirrorOf(snapshot: Snapshot, shape = 0): Mirror {
  const { counts, note } = countingUnlooked()
  for (const watched of snapshot.jobs) note(watched, 1)
  return {
    version: snapshot.version,
    shape,
    app: snapshot.app,
    connections: byId(snapshot.connections),
    jobs: new Map(snapshot.jobs.map(watched => [refKey(watched.ref), watched])),
    unlooked: counts,
    notices: snapshot.notices,
    banners: snapshot.banners,
    settings: snapshot.settings,
    posts: snapshot.posts,
    runs: snapshot.runs,
    templates: snapshot.templates,
  }
}

/** `gap`: at least one delta was missed; `old`: this one is known already. */
export type Step = { readonly kind: 'next'; readonly mirror: Mirror } | { readonly kind: 'gap' | 'old' }

export function applyDelta(mirror: Mirror, delta: Delta): Step {
  if (delta.version <= mirror.version) return { kind: 'old' }
  if (delta.version !== mirror.version + 1) return { kind: 'gap' }
  const { jobs, unlooked, moved } = changedJobs(mirror, delta)
  const connections = delta.connections ? byId(delta.connections) : mirror.connections
  const regrouped = moved || delta.notices !== undefined || !sameForList(mirror.connections, connections)
  return {
    kind: 'next',
    mirror: {
      version: delta.version,
      shape: regrouped ? mirror.shape + 1 : mirror.shape,
      app: delta.app ?? mirror.app,
      connections,
      jobs,
      unlooked,
      notices: delta.notices ?? mirror.notices,
      banners: delta.banners ?? mirror.banners,
      settings: delta.settings ?? mirror.settings,
      posts: delta.posts ?? mirror.posts,
      runs: delta.runs ?? mirror.runs,
      templates: delta.templates ?? mirror.templates,
    },
  }
}

/** How many requests were made is told with nearly every delta, and moves no row: only names and clocks do. */
function sameForList(before: Mirror['connections'], now: Mirror['connections']): boolean {
  if (before.size !== now.size) return false
  for (const [id, { name, clockAheadMs }] of now) {
    const known = before.get(id)
    if (known?.name !== name || known.clockAheadMs !== clockAheadMs) return false
  }
  return true
}

type Jobs = Pick<Mirror, 'jobs' | 'unlooked'>

/** `moved`: the order or grouping of the list may be another. */
function changedJobs(known: Jobs, delta: Delta): Jobs & { readonly moved: boolean } {
  const changed = delta.jobs ?? []
  const forgotten = delta.forgotten ?? []
  if (changed.length === 0 && forgotten.length === 0)
    return { jobs: known.jobs, unlooked: known.unlooked, moved: false }
  const jobs = new Map(known.jobs)
  const { counts, note } = countingUnlooked(known.unlooked)
  let moved = forgotten.length > 0
  for (const ref of forgotten) {
    note(jobs.get(refKey(ref)), -1)
    jobs.delete(refKey(ref))
  }
  for (const watched of changed) {
    const key = refKey(watched.ref)
    const before = jobs.get(key)
    note(before, -1)
    note(watched, 1)
    moved ||= before === undefined || !sameRank(before, watched)
    jobs.set(key, watched)
  }
  return { jobs, unlooked: counts, moved }
}
