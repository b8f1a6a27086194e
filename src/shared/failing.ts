import type { Job } from './job'

/** Before this many items a share says little (issue 5). */
export const fewestItems = 50
const muchFailing = 0.1
/** Two of seventy are three times the usual of many a type, and chance (issue 5 names no least number). */
const fewestFailed = 5
const timesUsual = 3

type Counted = Pick<Job, 'processed' | 'failed'>

/** The part of the handled items that failed, 0-1; null while nobody can say. Processed ones do not include the failed. */
export function failingShare({ processed, failed }: Counted): number | null {
  const handled = (processed ?? 0) + (failed ?? 0)
  return failed === null || handled < fewestItems ? null : failed / handled
}

/** `usual`: the share of its type, 0-1. A few failed items are told by the first failure and are not yet many. */
export function failsMuch(job: Counted, usual: number | null): boolean {
  const share = failingShare(job)
  if (share === null || job.failed === null || job.failed < fewestFailed) return false
  return share > muchFailing || (usual !== null && usual > 0 && share > usual * timesUsual)
}

/**
 * Whether clearly more fail than at the first look, which is no news: twice as many, or half of what did not.
 * `atFirst`: the share, 0-1.
 */
export function failsWorse(job: Counted, atFirst: number): boolean {
  const share = failingShare(job)
  return share !== null && share >= Math.min(2 * atFirst, (1 + atFirst) / 2)
}
