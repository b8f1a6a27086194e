import type { Connection, ConnectionId, KeyState, Vendor } from './connection'
import type { StandingFault } from './fault'
import type { Job, JobRef, Outcome } from './job'
import type { NoticeKind, NoticeSwitch } from './notice-kinds'
import type { Post, PostRun, Template } from './outbox'
import type { Settings } from './settings'

/** A connection as the window may see it: whether there is a key, never the key. */
export type ConnectionView = Connection & {
  readonly keyState: KeyState
  /** What stands in the way of the whole connection, such as a refused key. */
  readonly fault: StandingFault | null
  /** The key may read but not create or report (api-notes E20); absent: nothing speaks against it. */
  readonly writeFault?: StandingFault
  /** How far the server's clock is ahead of this computer's, ms: add it to now before taking a server's time away (api-notes E15). */
  readonly clockAheadMs?: number
  /** It was kept although nothing proved its key, and nothing has been read with it since. Absent: as false. */
  readonly unproved?: boolean
  /** Not asked at all while true: a person's choice, not a fault. */
  readonly paused?: boolean
  /** Switched off for this connection, whatever the settings say. */
  readonly mutedKinds?: readonly NoticeSwitch[]
  /** Requests made in the last hour. */
  readonly requestsLastHour?: number
  /** The server, or too many faults, keep all looks back until then, ISO. */
  readonly waitsUntil?: string
}

/** How fast a job moves, from its own counts. */
export type Speed = {
  /** Items a minute; null where the server counts none. */
  readonly perMinute: number | null
  /** When it may end, earliest and latest, ISO; null when a guess would be worth nothing. */
  readonly eta: { readonly earliest: string; readonly latest: string } | null
}

/** One entry of the watch list. `job` and `fault` stand side by side: the last good state, and what is wrong now. */
export type WatchedJob = {
  readonly ref: JobRef
  readonly vendor: Vendor
  readonly addedAt: string
  /** `created`: made by this app; `linked`: found through another job. Only an ending that came before anybody watched is no news. */
  readonly origin: 'added' | 'created' | 'linked'
  /** Null until the first good answer. */
  readonly job: Job | null
  /** When the last good answer came, ISO. */
  readonly seenAt: string | null
  /** When the last answer of any kind came, ISO. */
  readonly triedAt: string | null
  readonly fault: StandingFault | null
  /** When the ending was first seen, ISO; null while it has not ended. */
  readonly endedSeenAt: string | null
  /** Never seen, and the last that a server said of it was that it has no such job, or can make nothing of it. */
  readonly unfound?: boolean
  /** The server said twice that it does not have this job any more: no further looks, and never a failure. */
  readonly gone: boolean
  /** A person's marks. */
  readonly pinned?: boolean
  readonly muted?: boolean
  /** Nothing has moved since then, ISO, for longer than is usual for it; absent or null: it moves, or has ended. */
  readonly stalledSince?: string | null
  readonly speed?: Speed | null
  /** Of a `linked` one: the job, of the same connection, that named it. */
  readonly foundThrough?: string
  /** It has ended, and that is told when its family has settled: since then, ISO. Absent or null: nothing is held back. */
  readonly heldSince?: string | null
  /** An ending after this, ISO, is news although nobody had seen the job before; absent: after `addedAt`. */
  readonly newsSince?: string
  /** That job was being watched when it named this one: an ending before our first look is news all the same. */
  readonly namedWhileWatched?: boolean
  /** What part of its items had failed at the first look at this run, 0-1: told again only when it is clearly more. */
  readonly failingAtFirst?: number
  /** How the run stood that was seen last on an earlier stay on the list; absent: there was none, or it has been seen since. */
  readonly earlier?: Pick<Job, 'epoch' | 'outcome' | 'startedAt' | 'completedAt'>
}

/** What was told, kept in the window until it is seen. */
export type NoticeView = {
  readonly id: number
  readonly kind: NoticeKind
  readonly connectionId: ConnectionId
  readonly ref: JobRef | null
  readonly outcome: Outcome | null
  readonly title: string
  readonly body: string
  readonly at: string
  readonly seen: boolean
}

/** Something about the app itself that a person should know: one sentence with what to do. */
export type Banner = {
  readonly id: string
  readonly tone: 'info' | 'warning' | 'error'
  readonly text: string
  /** The one act that helps, if there is one. */
  readonly act: 'retry-keychain' | 'go-live' | null
}

export type AppInfo = {
  readonly version: string
  readonly mode: 'demo' | 'live'
  readonly platform: string
  /** False when closing the window leaves no way back: it is minimised instead. */
  readonly hasTray: boolean
}

/** All that the window mirrors. */
export type Snapshot = {
  readonly version: number
  readonly app: AppInfo
  readonly connections: readonly ConnectionView[]
  readonly jobs: readonly WatchedJob[]
  /** Newest first, at most 200. */
  readonly notices: readonly NoticeView[]
  readonly banners: readonly Banner[]
  readonly settings: Settings
  /**
   * Oldest first: every post that is not ended, then the newest ended ones, at most 30. Of a run only what a person has to
   * decide about (unknown) is here, at most 20.
   */
  readonly posts: readonly Post[]
  /** Newest first; those that are over until they are forgotten. */
  readonly runs: readonly PostRun[]
  readonly templates: readonly Template[]
}

/**
 * What changed since `version - 1`. Jobs are listed singly; the short lists come whole when anything in them changed.
 * A receiver whose version is not `version - 1` has missed one and must read the snapshot again.
 */
export type Delta = {
  readonly version: number
  readonly jobs?: readonly WatchedJob[]
  readonly forgotten?: readonly JobRef[]
  readonly connections?: readonly ConnectionView[]
  readonly notices?: readonly NoticeView[]
  readonly banners?: readonly Banner[]
  readonly settings?: Settings
  readonly posts?: readonly Post[]
  readonly runs?: readonly PostRun[]
  readonly templates?: readonly Template[]
  readonly app?: AppInfo
}

/** Where the window should stand. */
export type Place =
  /** The form for watching jobs, filled in; nothing is watched before a person says so. */
  | { readonly view: 'watch'; readonly connectionId: ConnectionId; readonly pasted: string }
  | { readonly view: 'jobs' }
  | { readonly view: 'job'; readonly ref: JobRef }
  | { readonly view: 'connect' | 'inbox' | 'outbox' }
  /** The desk of one job, ready for a report of progress. */
  | { readonly view: 'report'; readonly ref: JobRef }
