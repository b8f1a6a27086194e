import { uuid } from '../ids'
import type { Random } from '../random'
import { newRetailJob } from '../retailgrid/job'
import type { Times } from './casting'
import type { RetailPlan } from './retail-plan'

export type RetailKind = 'bulk_upsert' | 'csv_import' | 'grid_fill'

const failures: Readonly<Record<RetailKind, string>> = {
  bulk_upsert: 'Row 4,118: price “12,9O” is not a number. No row was written.',
  csv_import: 'Row 2,306 has 8 columns instead of 9. The import was rolled back.',
  grid_fill: 'Grid “Spring markdown” was archived while it was being filled.',
}

type Look = {
  readonly fails?: boolean
  readonly saysProgress?: boolean
  readonly grid?: string
  readonly fill?: string
}

export function castRetail(
  caller: string,
  kind: RetailKind,
  { createdAt, startsAt, endsAt }: Times,
  random: Random,
  { fails = false, saysProgress = true, grid, fill }: Look = {},
): RetailPlan {
  return {
    job: newRetailJob({
      job_id: uuid(random),
      caller,
      job_type: kind,
      created_at: createdAt,
      grid_id: grid ?? (kind === 'bulk_upsert' ? null : uuid(random)),
      related_grid_fill_job_id: fill ?? null,
    }),
    startsAt,
    endsAt,
    saysProgress,
    items: kind === 'bulk_upsert' ? null : random.whole(180, 6_400),
    fails: fails ? { at: random.whole(22, 88), message: failures[kind] } : null,
  }
}
