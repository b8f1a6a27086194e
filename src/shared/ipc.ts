import { z } from 'zod'
import { type ConnectionId, type KeySending, vendors } from './connection'
import type { Diagnostics } from './diagnostics'
import type { DoctorReport } from './doctor'
import type { Family } from './family'
import type { StandingFault } from './fault'
import { type IssueRequests, issueRequestSchemas } from './issue-requests'
import type { ExportProgress } from './issues'
import { type JobDetail, type JobIssue, type JobRef, mostOnAPage, type Page, type ReferenceKey } from './job'
import { jobRefSchema } from './job-ref'
import { noticeSwitches } from './notice-kinds'
import { type PostRequests, postRequestSchemas } from './post-requests'
import { type Settings, type SettingsPatch, settingsPatchSchema } from './settings'
import type { ConnectionView, Delta, Place, Snapshot, WatchedJob } from './snapshot'
import type { Timeline } from './timeline'

const text = (max: number) => z.string().max(max)
const connectionIdSchema = text(64)
const refsSchema = z.array(jobRefSchema).max(20_000)

const marksSchema = z.strictObject({ muted: z.boolean().optional(), pinned: z.boolean().optional() })
export type Marks = z.infer<typeof marksSchema>

const keySendingShape: z.ZodType<KeySending> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('header'), name: text(1_000), prefix: text(1_000) }),
  z.strictObject({ kind: z.literal('session-cookie') }),
  z.strictObject({ kind: z.literal('none') }),
])

/** A form as typed: only its shape is checked here, so that main can answer each mistake at its field. */
export const connectionFormSchema = z.strictObject({
  name: text(1_000),
  vendor: z.enum(vendors),
  baseUrl: text(4_000),
  organization: text(4_000),
  keySending: keySendingShape,
  /** Null keeps the key there is. Goes to main once and comes back never. */
  key: text(10_000).nullable(),
})
export type ConnectionForm = z.infer<typeof connectionFormSchema>

const connectionChangeSchema = z.strictObject({
  paused: z.boolean().optional(),
  mutedKinds: z.array(z.enum(noticeSwitches)).max(noticeSwitches.length).optional(),
})
export type ConnectionChange = z.infer<typeof connectionChangeSchema>

export type ConnectionAnswer =
  | { readonly ok: true; readonly connection: ConnectionView }
  | {
      readonly ok: false
      /** The field the sentence belongs to; null: the whole form. */
      readonly field: 'name' | 'baseUrl' | 'organization' | 'keySending' | 'key' | null
      readonly message: string
      /** True when the proof could not be made (network), so that a person may keep it all the same. */
      readonly canInsist: boolean
    }

export type WatchAnswer = {
  readonly added: readonly JobRef[]
  readonly already: readonly JobRef[]
  readonly refused: readonly { readonly text: string; readonly why: string }[]
}

/** A job and what stands in the way of seeing it. */
export type JobStanding = {
  readonly watched: WatchedJob | null
  /** Of its connection, or of the server while that is left alone. */
  readonly connectionFault: StandingFault | null
  /** It is not looked at: a person's choice. */
  readonly paused: boolean
}

/** How a connection is reached; null: directly. */
export type ProxyUse = {
  readonly connectionId: ConnectionId
  readonly proxy: string | null
  /** Why it cannot be gone through; null: it can, as far as its kind tells. */
  readonly refusal: string | null
}

/** The window (or the command line) asks, main answers. */
export type Requests = {
  'state:read': () => Snapshot
  /** The same as JSON, for the window: one text crosses to a page in a fraction of the time of ten thousand objects. */
  'state:text': () => string
  /** Adds (id null) or changes a connection; `insist` keeps it although the proof could not be made. */
  'connections:save': (id: ConnectionId | null, form: ConnectionForm, insist: boolean) => ConnectionAnswer
  /** A sentence when the key is still in the keychain, which did not let it go. */
  'connections:forget-key': (id: ConnectionId) => string | null
  /** Pauses a connection or goes on with it; switches kinds of notices off for it. What is left out stays. */
  'connections:change': (id: ConnectionId, change: ConnectionChange) => ConnectionView
  /** Forgets the connection, its key and its jobs. The answer as that of forgetting a key. */
  'connections:remove': (id: ConnectionId) => string | null
  /**
   * Looks at each thing the connection needs, one after the other; changes nothing. It may take a minute.
   * `insist`: asks although the server asked for no requests for now.
   */
  'connections:doctor': (id: ConnectionId, insist: boolean) => DoctorReport
  /** A form for posts is opened: asks, if nobody knows it yet, whether the key may post, and notes it when it may not. */
  'connections:may-post': (id: ConnectionId) => void
  /** Ids one or many, as pasted, or a JSON list of them. */
  'jobs:watch': (id: ConnectionId, pasted: string) => WatchAnswer
  'jobs:forget': (refs: JobRef[]) => void
  /** Takes a forget back, for as long as the app runs. */
  'jobs:restore': (refs: JobRef[]) => void
  'jobs:look-now': (refs: JobRef[]) => void
  /** A person's marks on jobs; what is left out stays as it is. A muted job is kept in the inbox and notifies nobody. */
  'jobs:mark': (refs: JobRef[], marks: Marks) => void
  'jobs:read-detail': (ref: JobRef) => JobDetail | null
  /** All that the API listed, newest first, `limit` (at most 500) from `offset` on. */
  'jobs:read-errors': (ref: JobRef, offset: number, limit: number) => Page<JobIssue>
  'jobs:read-warnings': (ref: JobRef, offset: number, limit: number) => Page<JobIssue>
  /** In the server's order. */
  'jobs:read-reference-keys': (ref: JobRef, offset: number, limit: number) => Page<ReferenceKey>
  /** The way a job went so far; empty before it was seen. */
  'jobs:read-timeline': (ref: JobRef) => Timeline
  /** One entry of the watch list, for the command line that waits for it. */
  'jobs:read': (ref: JobRef) => JobStanding
  /** The job and all that it has set off; null when it is not watched. For the command line that waits for the whole. */
  'jobs:read-family': (ref: JobRef) => Family | null
  /** The job whose page the window shows: it is looked at as often and as deep as the pace allows. Null: none. */
  'window:shows-job': (ref: JobRef | null) => void
  /** What the page would want to know if it had to be loaded again, as a text of its own; never a key. In memory only. */
  'window:keep': (kept: string) => void
  'window:kept': () => string | null
  /** How watching goes, for whoever looks for the reason of something. */
  'diagnostics:read': () => Diagnostics
  /** Answers with those that were unseen until now, so that it can be taken back. */
  'notices:mark-seen': (ids: number[] | 'all') => readonly number[]
  /** Takes a mark back; a stall that is over by now stays seen. */
  'notices:mark-unseen': (ids: number[]) => void
  'settings:change': (patch: SettingsPatch) => Settings
  'keychain:retry': () => void
  'network:proxies': () => readonly ProxyUse[]
  /** Leaves this profile and starts the app again in the other one. */
  'app:switch-mode': (mode: 'demo' | 'live') => void
  'app:quit': () => void
} & IssueRequests &
  PostRequests

/** Main tells, the window listens. */
export type Pushes = { 'state:changed': Delta; navigate: Place; 'export:moved': ExportProgress }

export type RequestName = keyof Requests
export type PushName = keyof Pushes

export type RequestHandlers = {
  readonly [Name in RequestName]: (...args: Parameters<Requests[Name]>) => Promise<ReturnType<Requests[Name]>>
}

const pageSchema = z.tuple([jobRefSchema, z.number().int().min(0), z.number().int().min(1).max(mostOnAPage)])

/** The arguments of each request, checked in main before any handler runs. */
export const requestSchemas = {
  ...issueRequestSchemas,
  ...postRequestSchemas,
  'state:read': z.tuple([]),
  'state:text': z.tuple([]),
  'connections:save': z.tuple([connectionIdSchema.nullable(), connectionFormSchema, z.boolean()]),
  'connections:forget-key': z.tuple([connectionIdSchema]),
  'connections:change': z.tuple([connectionIdSchema, connectionChangeSchema]),
  'connections:remove': z.tuple([connectionIdSchema]),
  'connections:doctor': z.tuple([connectionIdSchema, z.boolean()]),
  'connections:may-post': z.tuple([connectionIdSchema]),
  'jobs:watch': z.tuple([connectionIdSchema, text(4_000_000)]),
  'jobs:forget': z.tuple([refsSchema]),
  'jobs:restore': z.tuple([refsSchema]),
  'jobs:look-now': z.tuple([refsSchema]),
  'jobs:mark': z.tuple([refsSchema, marksSchema]),
  'jobs:read-detail': z.tuple([jobRefSchema]),
  'jobs:read-errors': pageSchema,
  'jobs:read-warnings': pageSchema,
  'jobs:read-reference-keys': pageSchema,
  'jobs:read-timeline': z.tuple([jobRefSchema]),
  'jobs:read': z.tuple([jobRefSchema]),
  'jobs:read-family': z.tuple([jobRefSchema]),
  'window:shows-job': z.tuple([jobRefSchema.nullable()]),
  'window:keep': z.tuple([text(4_000_000)]),
  'window:kept': z.tuple([]),
  'diagnostics:read': z.tuple([]),
  'notices:mark-seen': z.tuple([z.union([z.array(z.number().int()).max(10_000), z.literal('all')])]),
  // As many as the journal may ever have held unseen.
  'notices:mark-unseen': z.tuple([z.array(z.number().int()).max(200_000)]),
  'settings:change': z.tuple([settingsPatchSchema]),
  'keychain:retry': z.tuple([]),
  'network:proxies': z.tuple([]),
  'app:switch-mode': z.tuple([z.enum(['demo', 'live'])]),
  'app:quit': z.tuple([]),
} satisfies { readonly [Name in RequestName]: z.ZodType<Parameters<Requests[Name]>> }

/** How an answer travels over IPC and over the local socket: a refusal is a sentence, never a stack. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }
