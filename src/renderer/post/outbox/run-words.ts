import type { Post, PostRun } from '../../../shared/outbox'
import { postTitle } from '../../../shared/post-wording'

export type Decided = { readonly decided: number; readonly total: number }

/** How many of a run have a known end: sent, refused or given up. An unknown one still waits for a person. */
export const decidedOf = ({ sent, refused, dropped, ...open }: PostRun['counts']): Decided => {
  const decided = sent + refused + dropped
  return { decided, total: decided + open.waiting + open.sending + open.unknown }
}

/** The posts of a run say all the same: the key of the item tells them apart. */
export function postHeading({ content, runId }: Pick<Post, 'content' | 'runId'>): string {
  const title = postTitle(content)
  if (runId === null || content.kind !== 'progress') return title
  const key = (content.input.error ?? content.input.warning)?.entityKey
  return key === undefined ? title : `${key}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`
}
