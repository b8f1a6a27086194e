import type { ConnectionId, Vendor } from './connection'
import type { FaultKind } from './fault'
import type { AppInfo } from './snapshot'

/** What an answer had that we do not know, or not in this form (reliability faults 20 and 21). */
export const driftKinds = ['unknown-status', 'unknown-field', 'wrong-type'] as const
export type DriftKind = (typeof driftKinds)[number]

export type Drift = {
  readonly connectionId: ConnectionId
  readonly kind: DriftKind
  /** The status word, or the field: `priority`, `errors[].code`. The server's own text, bounded, without control characters. */
  readonly name: string
  readonly firstSeen: string
  readonly lastSeen: string
  /** Answers that had it. */
  readonly count: number
}

/** Trouble of one kind since the app was started. */
export type FaultCount = {
  readonly kind: FaultKind
  readonly count: number
  readonly lastAt: string
  /** The last one, in words. */
  readonly sentence: string
}

export type ConnectionDiagnostics = {
  readonly id: ConnectionId
  readonly name: string
  readonly vendor: Vendor
  readonly paused: boolean
  readonly jobs: number
  readonly active: number
  /** Answers since the app was started, good and bad. */
  readonly answers: number
  /** Most frequent first. */
  readonly faults: readonly FaultCount[]
}

/** Why jobs that show nothing new are looked at more rarely than they would be before somebody's eyes. */
export type Sparing = 'window hidden' | 'screen locked' | 'on battery'

export type Diagnostics = {
  readonly at: string
  readonly startedAt: string
  readonly app: AppInfo
  /** All watching is: a person's choice. */
  readonly paused: boolean
  /** Name and version of what it runs on: Electron, Chrome, Node, the operating system. */
  readonly versions: Readonly<Record<string, string>>
  readonly sparing: readonly Sparing[]
  /** Of the main process, bytes. */
  readonly memoryBytes: number
  readonly connections: readonly ConnectionDiagnostics[]
  /** Newest find first. */
  readonly drift: readonly Drift[]
  /** Finds that there was no room for. */
  readonly driftLeftOut: number
  readonly journal: {
    readonly version: number
    readonly bytes: number
    /** Of that, room that the next writes will use. */
    readonly freeBytes: number
    readonly rows: Readonly<Record<'jobs' | 'forgotten' | 'notices' | 'timeline' | 'posts', number>>
  }
  /** All of it as text to copy: no names, addresses, ids or keys. */
  readonly report: string
}
