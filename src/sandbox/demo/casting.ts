import { merchantJobId } from '../ids'
import { newMerchantJob } from '../merchantops/job'
import type { Random } from '../random'
import type { Assignment } from './assignments'
import { crawlPhases, enrichmentPhases } from './phases'
import type { JobPlan, Trouble } from './plan'
import { aProduct } from './products'
import { anError, aWarning, breakdowns } from './troubles'

export type Ending = 'completed' | 'completed_with_warnings' | 'partial_success' | 'failed'

export type Times = { readonly createdAt: number; readonly startsAt: number; readonly endsAt: number }

const people = ['ines.moreau', 'jonas.keller', 'amelie.dubois', 'scheduler', 'nightly-sync']

/** How many errors and warnings an ending takes, from and to. */
const wanted: Readonly<
  Record<Ending, { readonly errors: readonly [number, number]; readonly warnings: readonly [number, number] }>
> = {
  completed: { errors: [0, 0], warnings: [0, 0] },
  completed_with_warnings: { errors: [0, 0], warnings: [2, 9] },
  partial_success: { errors: [3, 18], warnings: [0, 5] },
  failed: { errors: [0, 4], warnings: [0, 1] },
}

function troublesOf(assignment: Assignment, ending: Ending, random: Random): Trouble[] {
  const { errors, warnings } = wanted[ending]
  const many = (kind: Trouble['kind'], [from, to]: readonly [number, number]) =>
    Array.from({ length: random.whole(from, to) }, (): Trouble => {
      const product = aProduct(random)
      const entry = kind === 'error' ? anError(assignment.trade, product, random) : aWarning(product, random)
      return { at: 0.08 + random.next() * 0.86, kind, entry }
    })
  return [...many('error', errors), ...many('warning', warnings)].sort((a, b) => a.at - b.at)
}

/** Lays down the life of one job. */
export function cast(
  organization: string,
  assignment: Assignment,
  ending: Ending,
  { createdAt, startsAt, endsAt }: Times,
  random: Random,
  changes: Partial<JobPlan> = {},
): JobPlan {
  const { trade } = assignment
  const total = random.whole(...assignment.items)
  const breaksOff =
    ending === 'failed' ? { at: 0.3 + random.next() * 0.6, message: random.pick(breakdowns[trade]) } : null
  const keys = trade === 'enrichment' ? Math.min(total, 200) : 0
  return {
    job: newMerchantJob({
      job_id: merchantJobId(trade, random),
      organization_id: organization,
      job_type: trade,
      created_at: createdAt,
      total_items: changes.firstTotal ?? total,
      metadata: { title: assignment.title, ...assignment.metadata, batch_size: assignment.batch },
      triggered_by: random.pick(people),
      reference_keys: Array.from({ length: keys }, () => ({ entity_type: 'product', key: aProduct(random).sku })),
    }),
    startsAt,
    endsAt,
    total,
    firstTotal: total,
    quietUntil: trade === 'crawl' ? 0.06 : 0.1,
    batch: assignment.batch,
    phases: trade === 'crawl' ? crawlPhases : enrichmentPhases,
    troubles: troublesOf(assignment, ending, random),
    breaksOff,
    learns: null,
    rests: null,
    ...changes,
  }
}
