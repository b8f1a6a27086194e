import type { Job } from '../../shared/job'

const watchedFields = [
  'status',
  'phase',
  'outcome',
  'total',
  'processed',
  'failed',
  'warned',
  'stage',
  'lastMessage',
  'errorsListed',
  'warningsListed',
  'epoch',
] as const satisfies readonly (keyof Job)[]

/** True when a look has shown something new: it is worth looking again soon. */
export function hasMoved(before: Job | null, after: Job | null): boolean {
  if (before === null || after === null) return before !== after
  return watchedFields.some(field => before[field] !== after[field]) || before.percent.value !== after.percent.value
}
