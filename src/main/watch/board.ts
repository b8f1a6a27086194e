import type { ConnectionId } from '../../shared/connection'
import { type JobRef, refKey } from '../../shared/job'
import type { Settings } from '../../shared/settings'
import type { AppInfo, Banner, ConnectionView, Delta, NoticeView, Snapshot, WatchedJob } from '../../shared/snapshot'
import type { Clock } from './clock'
import { connectionTurned, jobTurned } from './turned'

/** Changes are told together at most this often, ms (performance.md: at most 8 messages a second). */
const tellEveryMs = 250
export const mostNotices = 200

export type BoardParts = Omit<Snapshot, 'version' | 'jobs'>

const nothingPosted = { posts: [], runs: [], templates: [] }
type Posted = keyof typeof nothingPosted
/** What a board begins with; the outbox lays its own on it. */
export type BoardStart = Omit<BoardParts, Posted> &
  Partial<Pick<BoardParts, Posted>> & {
    readonly jobs: readonly WatchedJob[]
  }

type Trouble = (where: string, error: unknown) => void

const rethrow: Trouble = (_where, error) => {
  throw error
}

/** `turned`: there is more to it than jobs that are further along. */
export type BoardListener = (delta: Delta, turned: boolean) => void

/** All that is known now, in memory: the one place that the tray, the window and the command line are shown from. */
export type Board = ReturnType<typeof createBoard>

export function createBoard(clock: Clock, start: BoardStart, trouble: Trouble = rethrow) {
  const jobs = new Map(start.jobs.map(watched => [refKey(watched.ref), watched]))
  const listeners = new Set<BoardListener>()
  let parts: BoardParts = { ...nothingPosted, ...start }
  let version = 1
  let changed = new Map<string, WatchedJob>()
  let forgotten = new Map<string, JobRef>()
  let changedParts: Partial<BoardParts> = {}
  let turned = false
  let timer: (() => void) | null = null
  let prepared: string | null = null

  const tell = () => {
    timer?.()
    timer = null
    if (changed.size === 0 && forgotten.size === 0 && Object.keys(changedParts).length === 0) return
    version += 1
    prepared = null
    const delta: Delta = {
      version,
      ...(changed.size > 0 && { jobs: [...changed.values()] }),
      ...(forgotten.size > 0 && { forgotten: [...forgotten.values()] }),
      ...changedParts,
    }
    const hasTurned = turned
    changed = new Map()
    forgotten = new Map()
    changedParts = {}
    turned = false
    // One that stumbles keeps nothing from the others, and does not end the app: a timer calls this.
    for (const listener of listeners) {
      try {
        listener(delta, hasTurned)
      } catch (error) {
        trouble('board', error)
      }
    }
  }
  const tellSoon = () => {
    timer ??= clock.after(tellEveryMs, tell)
  }

  const lay = (patch: Partial<BoardParts>) => {
    parts = { ...parts, ...patch }
    changedParts = { ...changedParts, ...patch }
    tellSoon()
  }

  const snapshot = (): Snapshot => {
    tell()
    const { app, connections, notices, banners, settings, posts, runs, templates } = parts
    const all = { app, connections, notices, banners, settings, posts, runs, templates }
    return { version, ...all, jobs: [...jobs.values()] }
  }

  return {
    job: (ref: JobRef): WatchedJob | undefined => jobs.get(refKey(ref)),
    jobs: (): IterableIterator<WatchedJob> => jobs.values(),
    parts: (): BoardParts => parts,
    connection: (id: ConnectionId): ConnectionView | undefined =>
      parts.connections.find(connection => connection.id === id),
    snapshot,
    /** A snapshot as JSON; the one that was prepared, if nothing was told since. */
    takeText(): string {
      const text = prepared ?? JSON.stringify(snapshot())
      prepared = null
      return text
    },
    /** For who will soon ask for the text, at a moment when there is nothing better to do. */
    prepareText(): void {
      prepared = JSON.stringify(snapshot())
    },
    putJobs(list: readonly WatchedJob[]): void {
      for (const watched of list) {
        const key = refKey(watched.ref)
        turned ||= jobTurned(jobs.get(key), watched)
        jobs.set(key, watched)
        changed.set(key, watched)
        forgotten.delete(key)
      }
      tellSoon()
    },
    dropJobs(refs: readonly JobRef[]): void {
      for (const ref of refs) {
        const key = refKey(ref)
        if (jobs.delete(key)) forgotten.set(key, ref)
        changed.delete(key)
      }
      turned = true
      tellSoon()
    },
    put(patch: Partial<BoardParts>): void {
      turned = true
      lay(patch)
    },
    putConnection(connection: ConnectionView): void {
      const others = parts.connections.filter(other => other.id !== connection.id)
      turned ||= connectionTurned(this.connection(connection.id), connection)
      lay({ connections: [...others, connection].sort((a, b) => a.createdAt.localeCompare(b.createdAt)) })
    },
    addNotices(list: readonly NoticeView[]): void {
      if (list.length > 0) this.put({ notices: [...list.toReversed(), ...parts.notices].slice(0, mostNotices) })
    },
    markSeen(ids: readonly number[] | 'all'): void {
      const seen = new Set(ids === 'all' ? [] : ids)
      const isNow = (notice: NoticeView) => notice.seen || ids === 'all' || seen.has(notice.id)
      this.put({ notices: parts.notices.map(notice => (isNow(notice) ? { ...notice, seen: true } : notice)) })
    },
    markUnseen(ids: readonly number[]): void {
      const again = new Set(ids)
      this.put({
        notices: parts.notices.map(notice => (again.has(notice.id) ? { ...notice, seen: false } : notice)),
      })
    },
    raise(banner: Banner): void {
      this.put({ banners: [...parts.banners.filter(other => other.id !== banner.id), banner] })
    },
    lower(id: Banner['id']): void {
      if (parts.banners.some(banner => banner.id === id)) {
        this.put({ banners: parts.banners.filter(banner => banner.id !== id) })
      }
    },
    /** Calls the listener with each delta; gives back the way to stop. */
    subscribe(listener: BoardListener): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    settings: (): Settings => parts.settings,
    app: (): AppInfo => parts.app,
  }
}
