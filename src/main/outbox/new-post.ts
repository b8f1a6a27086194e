import type { Connection } from '../../shared/connection'
import { type JobRef, refKey } from '../../shared/job'
import type { Post, PostOrder } from '../../shared/outbox'

/** The job a post is about; a creation has none yet. */
export const refOf = ({ connectionId, content }: Pick<PostOrder, 'connectionId' | 'content'>): JobRef | null =>
  content.kind === 'progress' ? { connectionId, jobId: content.jobId } : null

/** Posts of one job follow one another; each creation stands by itself. */
export function laneOf(order: PostOrder): string {
  const ref = refOf(order)
  return ref === null ? `create/${order.id}` : refKey(ref)
}

/** Another server or another organization: the same id would name another job there (api-notes E36, E44). */
export const targetOf = ({ baseUrl, organization }: Connection): string => `${baseUrl} ${organization ?? ''}`

type About = { readonly at: Date; readonly jobCreatedHere: boolean; readonly runId: string | null }

export const newPost = (order: PostOrder, { at, jobCreatedHere, runId }: About): Post => ({
  ...order,
  state: 'draft',
  ref: refOf(order),
  createdAt: at.toISOString(),
  sentAt: null,
  endedAt: null,
  attempts: 0,
  nextTryAt: null,
  fault: null,
  comparison: null,
  before: null,
  after: null,
  jobCreatedHere,
  runId,
})
