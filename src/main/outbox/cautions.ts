import { itemsLeftBy } from '../../shared/items-left'
import { type Job, uncountedErrors } from '../../shared/job'
import type { PostContent } from '../../shared/outbox'
import type { PostCaution } from '../../shared/post-preview'

/** What a person should know before this is sent; `job` is what the server last said of it. */
export function cautionsOf(content: PostContent, job: Job | null, jobCreatedHere: boolean): readonly PostCaution[] {
  if (content.kind === 'create') return []
  const { transition, metadataPatch, processedItems, totalItems } = content.input
  const cautions: PostCaution[] = []
  if (!jobCreatedHere) cautions.push('not-created-here')
  if (transition?.kind === 'complete' || transition?.kind === 'fail') cautions.push('cannot-be-taken-back')
  if (job?.phase === 'ended') cautions.push(transition?.kind === 'start' ? 'reopens' : 'has-ended')
  // The fields of the same name win, or the patch does: the page does not say (api-notes E27).
  const keys = Object.keys(metadataPatch ?? {})
  if (keys.includes('stage') || keys.includes('last_message')) cautions.push('patch-names-stage')
  if (Object.values(metadataPatch ?? {}).includes(null)) cautions.push('patch-with-null')
  const total = totalItems ?? job?.total ?? null
  const processed = processedItems ?? null
  if (processed !== null && total !== null && processed > total) cautions.push('more-than-total')
  if (processed !== null && job?.processed != null && processed < job.processed) cautions.push('fewer-than-before')
  if (itemsLeftBy(content.input, job) !== null) cautions.push('leaves-items')
  if (transition?.kind === 'complete' && job !== null && uncountedErrors(job) > 0) cautions.push('errors-uncounted')
  return cautions
}
