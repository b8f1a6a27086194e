import type { Post, PostContent, PostRun } from '../../../shared/outbox'
import { postTitle } from '../../../shared/post-wording'

export type Decided = { readonly decided: number; readonly total: number }

/** How many of a run have a known end: sent, refused or given up. An unknown one still waits for a person. */
export const decidedOf = ({ sent, refused, dropped, ...open }: PostRun['counts']): Decided => {
  const decided = sent + refused + dropped
  return { decided, total: decided + open.waiting + open.sending + open.unknown }
}

const keyIn = (content: PostContent): string | undefined =>
  content.kind === 'progress' ? (content.input.error ?? content.input.warning)?.entityKey : undefined

/** With the key of the item that an error is about: `7 processed, an error: SKU-1042`. */
export function titleWithKey(content: PostContent): string {
  const key = keyIn(content)
  return key === undefined ? postTitle(content) : `${postTitle(content)}: ${key}`
}

/** The posts of a run say all the same: the key of the item tells them apart. */
export function postHeading({ content, runId }: Pick<Post, 'content' | 'runId'>): string {
  const title = postTitle(content)
  const key = keyIn(content)
  return runId === null || key === undefined ? title : `${key}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`
}
