import { z } from 'zod'
import {
  type Post,
  type PostAct,
  type PostId,
  type PostOrder,
  type PostRun,
  postActs,
  postOrderSchema,
  type RunChange,
  runChangeSchema,
  type Template,
  templatesSchema,
  type Unsent,
} from './outbox'
import type { PostPreview } from './post-preview'

/** What the window and the command line ask about posts by hand; part of `Requests`. */
export type PostRequests = {
  /** The exact request, and what is wrong with it; nothing is kept or sent. */
  'posts:preview': (order: PostOrder) => PostPreview
  /** `keep` saves a draft; `send` puts it in line. An id that is past being a draft is answered as it stands, never sent anew. */
  'posts:put': (order: PostOrder, act: 'keep' | 'send') => Post
  /** The post as it is once it is no longer waiting or sending, or after so many ms; null when there is none of this id. */
  'posts:settled': (id: PostId, mostMs: number) => Post | null
  'posts:act': (id: PostId, act: PostAct) => Post
  /** Begins a run of many posts about one job, or holds, goes on with, stops or forgets one. */
  'runs:change': (change: RunChange) => PostRun
  'runs:unsent': (id: string) => readonly Unsent[]
  /** Replaces them all. */
  'templates:save': (templates: Template[]) => void
}

const id = z.string().max(64)

export const postRequestSchemas = {
  'posts:preview': z.tuple([postOrderSchema]),
  'posts:put': z.tuple([postOrderSchema, z.enum(['keep', 'send'])]),
  'posts:settled': z.tuple([id, z.number().int().min(0).max(600_000)]),
  'posts:act': z.tuple([id, z.enum(postActs)]),
  'runs:change': z.tuple([runChangeSchema]),
  'runs:unsent': z.tuple([id]),
  'templates:save': z.tuple([templatesSchema]),
} satisfies { readonly [Name in keyof PostRequests]: z.ZodType<Parameters<PostRequests[Name]>> }
