import { z } from 'zod'
import type { Comparison, Glimpse } from './comparison'
import type { ConnectionId } from './connection'
import type { Fault } from './fault'
import type { JobRef } from './job'
import { type CreateInput, createInputSchema, type ProgressInput, progressInputSchema } from './progress'

/** Made by whoever orders the post, so that ordering it twice (a double click) is still one post (reliability fault 52). */
export type PostId = string

/**
 * draft: being written. waiting: to be sent, in order. sending: may be on its way. sent: the server answered that it took
 * it. refused: certainly not applied. unknown: perhaps applied; a person decides. dropped: given up by a person.
 */
export const postStates = ['draft', 'waiting', 'sending', 'sent', 'refused', 'unknown', 'dropped'] as const
export type PostState = (typeof postStates)[number]

/** What is to be posted. `create` has no job yet; `progress` is about one. */
export type PostContent =
  | { readonly kind: 'create'; readonly input: CreateInput }
  | { readonly kind: 'progress'; readonly jobId: string; readonly input: ProgressInput }

export type PostOrder = {
  readonly id: PostId
  readonly connectionId: ConnectionId
  readonly content: PostContent
  /** The window's own note of the form as typed, kept with a draft and never read by main; null when there is none. */
  readonly form: string | null
}

/** One entry of the outbox. */
export type Post = PostOrder & {
  readonly state: PostState
  /** The job it is about; for `create` null until the server has named it. */
  readonly ref: JobRef | null
  readonly createdAt: string
  /** When it last began to be sent, ISO. */
  readonly sentAt: string | null
  /** When it was answered or given up, ISO. */
  readonly endedAt: string | null
  /** How often it has begun to be sent. Only what certainly never left is sent again without being asked. */
  readonly attempts: number
  /** When a waiting post that could not leave is tried next, ISO; null with a fault: when its connection can be used again. */
  readonly nextTryAt: string | null
  /** It waits because a person has paused its connection. */
  readonly connectionPaused?: boolean
  /** Why it waits, was refused or is unknown. Null for unknown: Jobtray was stopped while it was being sent. */
  readonly fault: Fault | null
  readonly comparison: Comparison | null
  /** As the job was just before; null for `create`, and when it could not be read. */
  readonly before: Glimpse | null
  /** From the server's own reply; for a post taken as arrived, from the look that was compared. */
  readonly after: Glimpse | null
  /** False: some other worker's job, so say so before posting (api-notes E45). */
  readonly jobCreatedHere: boolean
  /** The run it belongs to, or null. */
  readonly runId: string | null
}

/** Why a post is not sent yet. */
export type Waits = Pick<Post, 'fault' | 'nextTryAt' | 'connectionPaused'>

/**
 * What a person may do with a post: `compare` reads the job and compares (unknown). `send-again` (unknown, refused), also
 * `waiting`: try now. `take-as-arrived` (unknown). `edit` makes it a draft again (waiting, refused). `drop` (all but
 * sending and sent).
 */
export const postActs = ['compare', 'send-again', 'take-as-arrived', 'edit', 'drop'] as const
export type PostAct = (typeof postActs)[number]

/** Many posts about one job, sent one after the other; held by itself when going on makes no sense. */
export type PostRun = {
  readonly id: string
  readonly ref: JobRef
  readonly label: string
  readonly createdAt: string
  /** held: paused, `fault` says why when not by a person. stopped: the rest was given up. done: nothing is left to send. */
  readonly state: 'going' | 'held' | 'stopped' | 'done'
  readonly fault: Fault | null
  /** Of a going one: why its next post cannot be sent yet. */
  readonly waits?: Waits
  /** Rows of the file that were never to be sent; absent: none. */
  readonly leftOut?: number
  readonly counts: Readonly<Record<'waiting' | 'sending' | 'sent' | 'refused' | 'unknown' | 'dropped', number>>
}

/** `forget` takes a run that is done or stopped off the list. */
export const runActs = ['hold', 'go-on', 'stop', 'forget'] as const
export type RunAct = (typeof runActs)[number]
export type RunChange =
  | { readonly kind: 'begin'; readonly order: RunOrder }
  | { readonly kind: RunAct; readonly id: string }

/** What of a run did not arrive for certain, in its order: to be saved as a file. */
export type Unsent = {
  readonly input: ProgressInput
  readonly state: Exclude<PostState, 'sent' | 'draft'>
  readonly why: string
}

/** What a job is often created from. */
export type Template = { readonly name: string; readonly input: CreateInput }

const id = z.uuid()
const connectionId = z.string().max(64)
const jobId = z.string().max(256)

export const postOrderSchema = z.strictObject({
  id,
  connectionId,
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('create'), input: createInputSchema }),
    z.strictObject({ kind: z.literal('progress'), jobId, input: progressInputSchema }),
  ]),
  form: z.string().max(500_000).nullable(),
}) satisfies z.ZodType<PostOrder>

export type RunOrder = {
  readonly id: string
  readonly ref: JobRef
  /** Such as the name of the file. */
  readonly label: string
  readonly inputs: readonly ProgressInput[]
  /** How many rows beside them cannot be sent. */
  readonly leftOut?: number
}

export const runOrderSchema = z.strictObject({
  id,
  ref: z.strictObject({ connectionId, jobId }),
  label: z.string().max(200),
  inputs: z.array(progressInputSchema).min(1).max(20_000),
  leftOut: z.int().min(0).exactOptional(),
}) satisfies z.ZodType<RunOrder>

export const runChangeSchema = z.union([
  z.strictObject({ kind: z.literal('begin'), order: runOrderSchema }),
  z.strictObject({ kind: z.enum(runActs), id: z.string().max(64) }),
]) satisfies z.ZodType<RunChange>

export const templatesSchema = z
  .array(z.strictObject({ name: z.string().trim().min(1).max(80), input: createInputSchema }))
  .max(200)
