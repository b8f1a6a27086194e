import type { Job } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { TimelineEntry } from '../../shared/timeline'

const minute = 60_000

/** Longer than any usual wait between two looks, ms: then nobody was looking. */
const unwatchedMs = 3 * minute
/** The same for what is looked at rarely on purpose: unknown states and stalled jobs. */
const rarelyMs = 15 * minute
/** Trouble shorter than this is no gap worth drawing, ms. */
const troubleMs = 30_000

/** A sentence that is repeated in hundreds of entries; the whole last one stays with the job. */
const longestMessage = 300

/** The entry that a good answer adds to the time line; null when it showed nothing new and nobody had looked away. */
export function momentBetween(before: WatchedJob, after: WatchedJob): TimelineEntry | null {
  const { job, seenAt } = after
  if (job === null || seenAt === null || seenAt === before.seenAt) return null
  const unseenSince = gapBefore(before, job, new Date(seenAt).getTime())
  if (unseenSince === null && before.job !== null && !moved(before.job, job)) return null
  const { epoch, status, phase, stage, lastMessage, percent, total, processed, failed, warned } = job
  const message = lastMessage === null ? null : lastMessage.slice(0, longestMessage)
  return {
    at: seenAt,
    unseenSince,
    epoch,
    status,
    phase,
    stage,
    message,
    percent: percent.value,
    total,
    processed,
    failed,
    warned,
  }
}

const drawn = ['epoch', 'status', 'phase', 'stage', 'lastMessage', 'total', 'processed', 'failed', 'warned'] as const

const moved = (then: Job, now: Job): boolean =>
  drawn.some(field => then[field] !== now[field]) || then.percent.value !== now.percent.value

/** An ended job is looked at three times more and then never: that is no gap, unless it turns out to run again. */
function gapBefore({ job: then, seenAt, fault, stalledSince }: WatchedJob, now: Job, at: number): string | null {
  if (then === null || seenAt === null || (then.phase === 'ended' && now.epoch === then.epoch)) return null
  const passed = at - new Date(seenAt).getTime()
  const isRare = then.phase === 'unknown' || stalledSince != null
  const usual = fault !== null ? troubleMs : isRare ? rarelyMs : unwatchedMs
  return passed > usual ? seenAt : null
}
