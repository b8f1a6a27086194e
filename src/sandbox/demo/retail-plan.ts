import { RETAIL_STATUS } from '../assumptions'
import type { RetailJob } from '../retailgrid/job'

/** The whole life of a Retailgrid job. Times in ms. */
export type RetailPlan = {
  readonly job: RetailJob
  readonly startsAt: number
  readonly endsAt: number
  /** Some operations never say how far they are. */
  readonly saysProgress: boolean
  readonly items: number | null
  /** Set when it fails: percent reached, and why. */
  readonly fails: { readonly at: number; readonly message: string } | null
}

export function retailJobAt(plan: RetailPlan, now: number): RetailJob {
  if (now < plan.startsAt) return { ...plan.job, progress: plan.saysProgress ? 0 : null }
  const share = Math.min(1, (now - plan.startsAt) / (plan.endsAt - plan.startsAt))
  const goal = plan.fails?.at ?? 100
  const running: RetailJob = {
    ...plan.job,
    status: RETAIL_STATUS.running,
    started_at: plan.startsAt,
    progress: plan.saysProgress ? Math.floor(share * goal) : null,
  }
  if (now < plan.endsAt) return running
  const ended = { ...running, completed_at: plan.endsAt }
  return plan.fails
    ? { ...ended, status: RETAIL_STATUS.failed, error_message: plan.fails.message }
    : { ...ended, status: RETAIL_STATUS.done, grid_items_count: plan.items }
}
