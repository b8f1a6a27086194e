import { uuid } from '../ids'
import type { Stage } from '../story'
import { works } from './assignments'
import { cast, type Ending } from './casting'
import { feedPhases } from './phases'
import type { JobPlan } from './plan'
import { aProduct } from './products'
import { castRetail } from './retail-casting'
import { anError } from './troubles'
import type { Troupe } from './troupe'

const MINUTE = 60_000

/** Who is on the stage when the curtain rises, most of them long since at work. */
export function opening(
  stage: Stage,
  troupe: Troupe,
  next: { merchant: () => void; long: () => void; retail: () => void },
): void {
  const { clock, random, organization, retailCaller } = stage
  const now = clock.now()
  const ago = (minutes: number) => now - minutes * MINUTE

  const running = (
    work: keyof typeof works,
    ending: Ending,
    minutes: number,
    changes: Partial<JobPlan> = {},
    endsAt = troupe.calendar.take().at,
  ) => {
    const times = { createdAt: ago(minutes), startsAt: ago(minutes) + 3_000, endsAt }
    return cast(organization, works[work], ending, times, random, changes)
  }
  const retailing = (
    kind: 'bulk_upsert' | 'csv_import' | 'grid_fill',
    minutes: number,
    look: Parameters<typeof castRetail>[4] = {},
  ) =>
    castRetail(
      retailCaller,
      kind,
      { createdAt: ago(minutes), startsAt: ago(minutes) + 2_000, endsAt: troupe.calendar.take().at },
      random,
      look,
    )

  // The first four to end, with four different endings.
  troupe.enter(running('lighting', 'completed_with_warnings', 2.4), next.merchant)
  troupe.enter(running('rivals', 'partial_success', 3.1), next.merchant)
  troupe.enter(running('towels', 'failed', 1.2), next.merchant)
  troupe.enter(running('stock', 'completed', 1.8), next.merchant)

  const grid = uuid(random)
  troupe.enterRetail(retailing('bulk_upsert', 1.1), next.retail)
  const importing = retailing('csv_import', 0.9, { grid })
  const filling = retailing('grid_fill', 0.4, { grid })
  troupe.enterRetail(
    { ...importing, job: { ...importing.job, related_grid_fill_job_id: filling.job.job_id } },
    next.retail,
  )
  troupe.enterRetail(filling, next.retail, 'job')

  // A feed that has handed its rows over, and the two that took them: all of them end well, the feed first.
  const parentsEnd = troupe.calendar.take().at
  const children = [running('tableware', 'completed_with_warnings', 0.6), running('kitchen', 'completed', 0.5)]
  const [first, second] = children.map(({ job }) => job.job_id)
  const handedOver = { at: 0.4, metadata: { import_job_id: first, images_job_id: second } }
  const feed = { phases: feedPhases, learns: handedOver, quietUntil: 0.3 }
  troupe.enter(running('images', 'completed', 2.6, feed, parentsEnd), next.merchant)
  for (const child of children) troupe.enter(child, next.merchant, 'job')

  troupe.enterRetail(retailing('csv_import', 0.5, { fails: true }), next.retail)
  troupe.enter(running('garden', 'completed_with_warnings', 0.7, { quietUntil: 0.25 }), next.merchant)
  troupe.enter(running('reviews', 'completed', 0.8, { firstTotal: 120 }), next.merchant)
  troupe.enterRetail(retailing('bulk_upsert', 0.6, { saysProgress: false }), next.retail)

  // One in which a fifth of the products fail, and one that stands still for more than two minutes and goes on.
  troupe.enter(manyFail(running('chairs', 'partial_success', 1), random), next.merchant)
  troupe.enter(resting(running('linen', 'completed', 1.5), now), next.merchant)

  // Two that take their time.
  const big = { total: 18_400, firstTotal: 18_400, batch: 40 }
  troupe.enter(running('audit', 'partial_success', 11, big, troupe.calendar.take(55).at), next.long)
  const vast = { total: 42_600, firstTotal: 2_800, batch: 60 }
  troupe.enter(running('marketplace', 'completed_with_warnings', 7, vast, troupe.calendar.take(130).at), next.long)

  // And some that ended before anybody looked.
  const over = () => {}
  troupe.enter(running('rugs', 'completed', 19, {}, ago(6.5)), over)
  troupe.enter(running('links', 'failed', 23, {}, ago(12)), over)
  troupe.enter(running('christmas', 'partial_success', 44, {}, ago(31)), over)
}

function manyFail(plan: JobPlan, random: Stage['random']): JobPlan {
  const many = Math.round(plan.total / 5)
  const troubles = Array.from({ length: many }, (_, index) => ({
    at: 0.05 + (0.9 * index) / many,
    kind: 'error' as const,
    entry: anError('enrichment', aProduct(random), random),
  }))
  return { ...plan, troubles }
}

const RESTS_FROM_S = 25
const RESTS_TO_S = 165

/** Times are seconds after the curtain has risen. */
function resting(plan: JobPlan, now: number): JobPlan {
  const share = (second: number) => (now + second * 1_000 - plan.startsAt) / (plan.endsAt - plan.startsAt)
  return { ...plan, rests: { from: share(RESTS_FROM_S), to: share(RESTS_TO_S) } }
}
