import { type JobRef, sameRef } from '../../../shared/job'
import type { Post, PostId } from '../../../shared/outbox'
import { progressFormFrom } from '../forms/kept-form'
import { emptyProgress, type ProgressForm } from '../forms/progress-form'
import type { Begun } from '../use-post-form'

const takenUp = new Set(['draft', 'refused', 'waiting', 'unknown', 'sending'])

/** The post a person asked for, else the newest draft of this job, else a new one. */
export function begunReport(
  posts: readonly Post[],
  ref: JobRef,
  postId: PostId | null,
  newId: () => PostId,
): Begun<ProgressForm> {
  const ofJob = posts.filter(
    post => post.content.kind === 'progress' && post.runId === null && post.ref !== null && sameRef(post.ref, ref),
  )
  const post =
    ofJob.find(({ id, state }) => id === postId && takenUp.has(state)) ??
    ofJob.findLast(({ state, form }) => state === 'draft' && form !== null)
  if (post?.content.kind !== 'progress') return { id: newId(), form: emptyProgress }
  return { id: post.id, form: progressFormFrom(post.form, post.content.input) }
}
