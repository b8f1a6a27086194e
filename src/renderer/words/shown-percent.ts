import type { Job } from '../../shared/job'

type Counted = Pick<Job, 'phase' | 'percent' | 'total' | 'processed' | 'failed'>

/** 0-100 by the counts alone; null where they do not say. */
function byCounts({ total, processed, failed }: Counted): number | null {
  if (total === null || total <= 0 || processed === null) return null
  return Math.min(100, Math.max(0, ((processed + (failed ?? 0)) / total) * 100))
}

/** The server's figure, but for a job that goes on and by its own counts is not through: that one does not read 100 (api-notes E4). */
export function shownPercent(job: Counted): number | null {
  const { phase, percent } = job
  const counted = byCounts(job)
  if (phase === 'ended' || percent.value === null || percent.value < 100 || counted === null) return percent.value
  return Math.min(percent.value, counted)
}

/** The percentage is of what was processed and what failed together: beside the processed alone it would not add up (api-notes E7). */
export function failedInPercent(job: Counted): boolean {
  const { phase, total, processed, failed } = job
  const shown = shownPercent(job)
  if (phase === 'ended' || shown === null || processed === null || failed === null || failed === 0) return false
  const counted = byCounts(job)
  const alone = byCounts({ ...job, failed: 0 })
  if (total === null || counted === null || alone === null) return false
  return Math.abs(shown - counted) < 1 && Math.abs(shown - alone) >= 1
}

/**
 * The failed stand beside the processed and not among them, as the API has it: unless together they are more than there are,
 * or the percentage beside them is of the processed alone (api-notes E7).
 */
export function failedAddUp(job: Counted): boolean {
  const { phase, total, processed, failed } = job
  if (total === null || processed === null || failed === null || failed <= 0 || processed + failed > total) return false
  if (phase === 'ended' || failedInPercent(job)) return true
  const shown = shownPercent(job)
  const [both, alone] = [byCounts(job), byCounts({ ...job, failed: 0 })]
  const isAlone = shown !== null && alone !== null && Math.abs(shown - alone) < 1
  return !isAlone || Math.abs((both ?? 0) - alone) < 1
}

/** What the server says where it is not what is shown; '' where it is. */
export function serverPercentSentence(job: Counted): string {
  const { value } = job.percent
  const shown = shownPercent(job)
  if (value === null || shown === null || shown === value) return ''
  return `The server says ${Math.round(value)} %, but not all items are counted yet.`
}
