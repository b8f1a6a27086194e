import type { JobLink } from '../../../shared/job'
import { checkJobId } from '../../../shared/job-id'
import type { Observation } from '../jobs-api'
import { manyLines, oneLine } from '../plain-text'
import { ifThere, orNull, present } from '../reading'
import { readStatus } from '../status-words'
import { withZone } from '../timestamps'
import type { WireJob } from './wire'

const time = (text: string | null | undefined) => ifThere(text, stamp => orNull(withZone(stamp)))

/** Which of the two is the parent is not said (api-notes E38). */
function relatedJob(wire: WireJob): readonly JobLink[] | undefined {
  if (wire.related_grid_fill_job_id === undefined) return undefined
  const checked = checkJobId('retailgrid', wire.related_grid_fill_job_id ?? '')
  if (!checked.ok || checked.jobId === wire.job_id.toLowerCase()) return []
  return [{ via: 'related_grid_fill_job_id', jobId: checked.jobId }]
}

/** Neither unit nor range is said; only what can be a percentage is taken for one (api-notes E17). */
function progress(sent: number | null | undefined) {
  if (sent === undefined) return {}
  const isPercent = sent !== null && sent >= 0 && sent <= 100
  return isPercent ? { percentSent: sent, progressSent: null } : { percentSent: null, progressSent: sent }
}

/** There are no counts, no lists and no metadata, so nothing is said about them. */
export function observeJob(wire: WireJob, source: 'status' | 'detail', bytes: number): Observation {
  const completedAt = time(wire.completed_at)
  return {
    source,
    facts: {
      status: oneLine(wire.status, 80),
      ...readStatus(wire.status, completedAt),
      ...present({
        jobType: orNull(oneLine(wire.job_type, 120)),
        ...progress(wire.progress),
        createdAt: time(wire.created_at),
        startedAt: time(wire.started_at),
        completedAt,
        errorMessage: ifThere(wire.error_message, message => orNull(manyLines(message, 4_000).trim())),
        gridId: ifThere(wire.grid_id, id => orNull(oneLine(id, 80))),
        gridItemsCount: wire.grid_items_count,
        links: relatedJob(wire),
      }),
    },
    bytes,
  }
}
