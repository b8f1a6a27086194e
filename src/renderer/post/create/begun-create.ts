import type { ConnectionId } from '../../../shared/connection'
import type { Post, PostId } from '../../../shared/outbox'
import { type CreateForm, createFormOf, createFormSchema, emptyCreate } from '../forms/create-form'
import { keptForm } from '../forms/kept-form'
import type { Begun } from '../use-post-form'

/** The post a person asked for, where it is not over; else a new one. `connectionId` is null for a new one. */
export function begunCreate(
  posts: readonly Post[],
  postId: PostId | null,
  newId: () => PostId,
): Begun<CreateForm> & { readonly connectionId: ConnectionId | null } {
  const post = posts.find(({ id, state }) => id === postId && state !== 'sent' && state !== 'dropped')
  if (post?.content.kind !== 'create') return { id: newId(), form: emptyCreate, connectionId: null }
  const form = keptForm(createFormSchema, post.form) ?? createFormOf(post.content.input)
  return { id: post.id, form, connectionId: post.connectionId }
}
