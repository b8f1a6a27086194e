import { z } from 'zod'
import { type ConnectionId, keySendingSchema, vendors } from './connection'
import type { JobDetail, JobRef } from './job'
import { type Settings, type SettingsPatch, settingsPatchSchema } from './settings'
import type { ConnectionView, Delta, Place, Snapshot } from './snapshot'

const text = (max: number) => z.string().max(max)
const connectionIdSchema = text(64)
export const jobRefSchema = z.strictObject({ connectionId: connectionIdSchema, jobId: text(256) })
const refsSchema = z.array(jobRefSchema).max(20_000)

/** A form as typed: only its shape is checked here, so that main can answer each mistake at its field. */
export const connectionFormSchema = z.strictObject({
  name: text(1_000),
  vendor: z.enum(vendors),
  baseUrl: text(4_000),
  organization: text(4_000),
  keySending: keySendingSchema,
  /** Null keeps the key there is. Goes to main once and comes back never. */
  key: text(10_000).nullable(),
})
export type ConnectionForm = z.infer<typeof connectionFormSchema>

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

/** The window (or the command line) asks, main answers. */
export type Requests = {
  'state:read': () => Snapshot
  /** Adds (id null) or changes a connection; `insist` keeps it although the proof could not be made. */
  'connections:save': (id: ConnectionId | null, form: ConnectionForm, insist: boolean) => ConnectionAnswer
  'connections:forget-key': (id: ConnectionId) => void
  /** Forgets the connection, its key and its jobs. */
  'connections:remove': (id: ConnectionId) => void
  /** Ids one or many, as pasted. */
  'jobs:watch': (id: ConnectionId, pasted: string) => WatchAnswer
  'jobs:forget': (refs: JobRef[]) => void
  /** Takes a forget back, for as long as the app runs. */
  'jobs:restore': (refs: JobRef[]) => void
  'jobs:look-now': (refs: JobRef[]) => void
  'jobs:read-detail': (ref: JobRef) => JobDetail | null
  'notices:mark-seen': (ids: number[] | 'all') => void
  'settings:change': (patch: SettingsPatch) => Settings
  'keychain:retry': () => void
  /** Leaves this profile and starts the app again in the other one. */
  'app:switch-mode': (mode: 'demo' | 'live') => void
  'app:quit': () => void
}

/** Main tells, the window listens. */
export type Pushes = { 'state:changed': Delta; navigate: Place }

export type RequestName = keyof Requests
export type PushName = keyof Pushes

export type RequestHandlers = {
  readonly [Name in RequestName]: (...args: Parameters<Requests[Name]>) => Promise<ReturnType<Requests[Name]>>
}

/** The arguments of each request, checked in main before any handler runs. */
export const requestSchemas = {
  'state:read': z.tuple([]),
  'connections:save': z.tuple([connectionIdSchema.nullable(), connectionFormSchema, z.boolean()]),
  'connections:forget-key': z.tuple([connectionIdSchema]),
  'connections:remove': z.tuple([connectionIdSchema]),
  'jobs:watch': z.tuple([connectionIdSchema, text(4_000_000)]),
  'jobs:forget': z.tuple([refsSchema]),
  'jobs:restore': z.tuple([refsSchema]),
  'jobs:look-now': z.tuple([refsSchema]),
  'jobs:read-detail': z.tuple([jobRefSchema]),
  'notices:mark-seen': z.tuple([z.union([z.array(z.number().int()).max(10_000), z.literal('all')])]),
  'settings:change': z.tuple([settingsPatchSchema]),
  'keychain:retry': z.tuple([]),
  'app:switch-mode': z.tuple([z.enum(['demo', 'live'])]),
  'app:quit': z.tuple([]),
} satisfies { readonly [Name in RequestName]: z.ZodType<Parameters<Requests[Name]>> }

/** How an answer travels over IPC and over the local socket: a refusal is a sentence, never a stack. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }
