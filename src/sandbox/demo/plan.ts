import type { Life } from '../job-store'
import type { MerchantJob } from '../merchantops/job'
import { progressed } from '../merchantops/progress'
import type { EntryRequest } from '../merchantops/requests'

export type Phase = {
  /** Share of the life after which it begins, 0-1. */
  readonly from: number
  readonly stage: string
  readonly message: (done: number, total: number) => string
}

export type Trouble = { readonly at: number; readonly kind: 'error' | 'warning'; readonly entry: EntryRequest }

/** The whole life of a MerchantOps job, laid down at its birth. Times in ms, shares 0-1. */
export type JobPlan = {
  readonly job: MerchantJob
  readonly startsAt: number
  readonly endsAt: number
  readonly total: number
  /** The first total, when items are still being found until 60 % of the life. */
  readonly firstTotal: number
  /** Only stages move before this share of the life. */
  readonly quietUntil: number
  readonly batch: number
  readonly phases: readonly Phase[]
  readonly troubles: readonly Trouble[]
  /** Set when the job breaks off: the share of items it got to, and why. */
  readonly breaksOff: { readonly at: number; readonly message: string } | null
  /** Metadata that appears at a share of the life, such as the id of a downstream job. */
  /** Shares of the life between which nothing moves at all. */
  readonly rests: { readonly from: number; readonly to: number } | null
  readonly learns: { readonly at: number; readonly metadata: Readonly<Record<string, unknown>> } | null
}

const FOUND_ALL = 0.6

/** The life of a plan. What has ended is worked out once: it is asked for an hour longer. */
export function lifeOf(plan: JobPlan): Life<MerchantJob> {
  let over: MerchantJob | undefined
  return now => {
    if (now < plan.endsAt) return jobAt(plan, now)
    over ??= jobAt(plan, plan.endsAt)
    return over
  }
}

/** What the job is at a moment, by the same rules that a worker's reports go through. */
function jobAt(plan: JobPlan, now: number): MerchantJob {
  if (now < plan.startsAt) return plan.job
  const share = restful(plan, Math.min(1, (now - plan.startsAt) / (plan.endsAt - plan.startsAt)))
  const ended = now >= plan.endsAt
  const at = Math.min(now, plan.endsAt)
  const total = totalAt(plan, share)
  const done = doneAt(plan, share, total, ended)
  // An item that fails is told with the batch it is in: what was processed never falls back.
  const told = ended ? 1 : Math.min(share, reachedAt(plan, done))
  let job = progressed(plan.job, { mark_started: true }, plan.startsAt)
  for (const trouble of plan.troubles) {
    if (trouble.at > told) continue
    const when = plan.startsAt + trouble.at * (plan.endsAt - plan.startsAt)
    job = progressed(job, { [trouble.kind]: trouble.entry }, when)
  }
  const phase = plan.phases.findLast(({ from }) => from <= share)
  job = progressed(
    job,
    {
      total_items: total,
      processed_items: Math.max(0, done - job.failed_items),
      stage: phase?.stage,
      message: phase?.message(done, total),
      metadata_patch: plan.learns && plan.learns.at <= share ? plan.learns.metadata : null,
    },
    at,
  )
  if (!ended) return job
  if (!plan.breaksOff) return progressed(job, { mark_completed: true }, at)
  const failed = progressed(job, { mark_failed: plan.breaksOff.message }, at)
  return { ...failed, error_details: { stage: phase?.stage ?? null, items_done: done, retryable: false } }
}

const restful = ({ rests }: JobPlan, share: number): number =>
  rests !== null && share > rests.from && share < rests.to ? rests.from : share

function totalAt(plan: JobPlan, share: number): number {
  const found = Math.min(1, share / FOUND_ALL)
  return Math.round(plan.firstTotal + (plan.total - plan.firstTotal) * found)
}

const goalOf = (plan: JobPlan): number => Math.floor(plan.total * (plan.breaksOff?.at ?? 1))

/** The share of the life by which so many items were done with. */
const reachedAt = (plan: JobPlan, done: number): number =>
  plan.quietUntil + (1 - plan.quietUntil) * (done / Math.max(1, goalOf(plan)))

/** Items done with, failed ones among them; in whole batches until the end. */
function doneAt(plan: JobPlan, share: number, total: number, ended: boolean): number {
  const goal = goalOf(plan)
  if (ended) return goal
  const moving = Math.max(0, share - plan.quietUntil) / (1 - plan.quietUntil)
  return Math.min(total, Math.floor((goal * moving) / plan.batch) * plan.batch)
}
