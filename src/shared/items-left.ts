import type { Job } from './job'
import type { ProgressInput } from './progress'

/** Items that are neither processed nor failed, of how many. */
export type ItemsLeft = { readonly left: number; readonly total: number }

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
  const left = total - processed - (job?.failed ?? 0)
  return left > 0 ? { left, total } : null
}
