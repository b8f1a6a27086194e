import { type Family, standingOf } from '../../shared/family'
import type { Outcome } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Change } from './changes'

/** Ms that a hold lasts when nothing of what it waits for can be seen to move: stalled, faulty or never seen. */
export const patienceMs = 10 * 60_000
/** Ms that a hold lasts at most, whatever moves. */
export const mostHeldMs = 24 * 3_600_000
/** A hold that began in the future is of a clock that was wrong, ms. */
const clockSlackMs = 60_000

/** What a look leaves once the gate has been passed. */
export type Gated = {
  readonly after: WatchedJob
  /** Those that may be told now. */
  readonly changes: readonly Change[]
  /** The job with an ending that was held and must be told now, since the job runs again. */
  readonly overtaken: WatchedJob | null
}

/** Bad news does not wait. */
const mayWait = (outcome: Outcome): boolean => outcome === 'succeeded' || outcome === 'warned'

/**
 * Holds back *finished* of a job that belongs to a family. `waits`: a person wants that, and there is a family whose one
 * word can tell it. What is held is written down with the job, so that a restart loses nothing.
 */
export function gate(
  before: WatchedJob,
  after: WatchedJob,
  changes: readonly Change[],
  waits: boolean,
  at: Date,
): Gated {
  const ending = changes.find(change => change.kind === 'ended')
  const held = before.heldSince ?? null
  const runsAgain = held !== null && before.job !== null && after.job !== null && after.job.epoch > before.job.epoch
  const overtaken = runsAgain ? before : null
  const since = runsAgain ? null : held
  if (ending === undefined) return { after: withHold(after, since), changes, overtaken }
  // An ending that the server corrects while it is held is told as it was corrected, once.
  if (mayWait(ending.outcome) && (waits || since !== null)) {
    const rest = changes.filter(change => change !== ending)
    return { after: withHold(after, since ?? at.toISOString()), changes: rest, overtaken }
  }
  return { after: withHold(after, null), changes, overtaken }
}

/** Leaves an entry that never held anything as it was, for it is compared with what is on the disk. */
export const withHold = (watched: WatchedJob, heldSince: string | null): WatchedJob =>
  (watched.heldSince ?? null) === heldSince ? watched : { ...watched, heldSince }

/** Whether the word for a family will come: its first job goes on, or has ended and is held back itself. */
export const willSpeak = (root: WatchedJob): boolean => standingOf(root) === 'going' || root.heldSince != null

/** When a hold must end at the latest, wall ms; 0: at once. `faultSince`: what stands in the way of the whole connection. */
export function holdEnds(heldSince: string, family: Family, faultSince: string | null, now: number): number {
  const since = Date.parse(heldSince)
  if (family.settled || since > now + clockSlackMs) return 0
  const going = [family.root, ...family.members.flatMap(({ watched }) => watched ?? [])].filter(
    watched => standingOf(watched) === 'going',
  )
  const still = going.map(watched => standsStillSince(watched) ?? faultSince)
  const latest = since + mostHeldMs
  if (!still.every(moment => moment !== null)) return latest
  return Math.min(latest, Math.max(since, ...still.map(moment => Date.parse(moment))) + patienceMs)
}

/** Since when nothing is seen of it, ISO; null while it moves. */
const standsStillSince = ({ stalledSince, fault, job, addedAt }: WatchedJob): string | null =>
  fault?.since ?? stalledSince ?? (job === null ? addedAt : null)
