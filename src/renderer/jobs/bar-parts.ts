import { notReached } from '../../shared/items-left'
import type { Job } from '../../shared/job'
import { shownPercent } from '../words/shown-percent'

/** Shares of the bar's width, each 0-100 and together at most 100. */
export type BarParts = { readonly processed: number; readonly warned: number; readonly failed: number }

type Counted = Pick<Job, 'phase' | 'outcome' | 'percent' | 'total' | 'processed' | 'failed' | 'warned'>

/**
 * Null: nobody can say how far it is. The extent is the server's figure (api-notes E4), the parts within it come from
 * the counts; warned items are among the processed (E8), and a count past the total only fills the bar (E6).
 */
export function barParts(job: Counted): BarParts | null {
  const total = job.total !== null && job.total > 0 ? job.total : null
  const share = (value: number | null): number => (total === null || value === null ? 0 : clamp((value / total) * 100))
  const failed = share(job.failed)
  const processed = share(job.processed)
  const warned = Math.min(share(job.warned), processed)
  const extent = extentOf(job, processed + failed)
  if (extent === null) return null
  // Where the counts add up to more than there is, the failed part is the one that stays whole.
  const rest = clamp(Math.max(extent, processed + failed)) - failed
  const shownWarned = Math.min(warned, rest)
  return { processed: rest - shownWarned, warned: shownWarned, failed }
}

function extentOf(job: Counted, counted: number): number | null {
  // However it ended: a bar that is full would say that every item was come to.
  if (notReached(job) > 0) return counted
  const wentWell = job.outcome === 'succeeded' || job.outcome === 'warned'
  if (wentWell) return 100
  const percent = shownPercent(job)
  if (percent !== null) return clamp(percent)
  return job.total !== null && job.total > 0 && job.processed !== null ? clamp(counted) : null
}

const clamp = (value: number): number => Math.min(100, Math.max(0, value))
