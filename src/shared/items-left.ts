import type { Job } from './job'
import type { IssueInput, ProgressInput } from './progress'

/** Items that are neither processed nor failed, of how many. */
export type ItemsLeft = { readonly left: number; readonly total: number }

type Reached = Pick<Job, 'total' | 'processed' | 'failed'>

/**
 * How many items nothing came of, neither good nor bad; 0 where they are not counted. Failed ones may be among the processed
 * (api-notes E7): it is the least that can be said.
 */
export function leftOf({ total, processed, failed }: Reached): number {
  if (total === null || processed === null) return 0
  return Math.max(0, total - Math.max(0, processed) - Math.max(0, failed ?? 0))
}

/** As many as can have been processed where so many failed: processed counts successes only (api-notes 2). */
export const mostProcessed = (total: number, failed: number | null): number =>
  Math.max(0, total - Math.max(0, failed ?? 0))

/** How many items these errors say have failed: an item counts once, and without an entity type it is the job (api-notes E29). */
export const itemsFailedBy = (errors: readonly Pick<IssueInput, 'entityKey' | 'entityType'>[]): number =>
  new Set(
    errors.flatMap(({ entityKey, entityType = 'job' }) => (entityType === 'job' ? [] : [`${entityType} ${entityKey}`])),
  ).size

/** What is left of a job that has ended: nobody will come to them any more. Of one that goes on it is no news. */
export const notReached = (job: Reached & Pick<Job, 'phase'>): number => (job.phase === 'ended' ? leftOf(job) : 0)

/**
 * What completing the job would leave undone, by this very post's figures and else by what the server last said; null when
 * nothing is left, it is not known, or the post does not complete the job. Processed counts successes only (api-notes 2).
 */
export function itemsLeftBy(
  { transition, processedItems, totalItems }: Pick<ProgressInput, 'transition' | 'processedItems' | 'totalItems'>,
  job: Pick<Job, 'processed' | 'total' | 'failed'> | null,
): ItemsLeft | null {
  if (transition?.kind !== 'complete') return null
  const total = totalItems ?? job?.total ?? null
  const processed = processedItems ?? job?.processed ?? null
  if (total === null || processed === null) return null
  const left = leftOf({ total, processed, failed: job?.failed ?? null })
  return left > 0 ? { left, total } : null
}
