import { failingShare } from '../../shared/failing'
import type { Fault, Result } from '../../shared/fault'
import type { Job } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { needsHelp } from '../../shared/standing'
import type { Observation } from '../apis/jobs-api'
import { firstEpoch, type ToldBefore } from './earlier-stay'
import { fold } from './fold'
import { pauseLeft } from './origin/pause'
import { sameJson } from './same-json'

/** A 404 must be seen twice, this far apart, before a job counts as gone (reliability fault 3). */
const goneAfterMs = 30_000
/** A job that another one names may be made a little later than it is named; then the link leads nowhere (api-notes E37). */
const nowhereAfterMs = 300_000

/** What matters at the first good look alone: what the ledger holds of the job, and how far the server's clock is ahead. */
export type FirstSight = { readonly told: ToldBefore | null; readonly clockAheadMs: number }

const unheardOf: FirstSight = { told: null, clockAheadMs: 0 }

/** What is known after an answer, good or bad. The last good state and the present fault stand side by side. */
export function sight(
  before: WatchedJob,
  result: Result<Observation>,
  at: Date,
  first: () => FirstSight = () => unheardOf,
): WatchedJob {
  return result.ok ? seen(before, result.value, at, first) : missed(before, result.fault, at)
}

function jobAfter({ job, earlier, endedSeenAt }: WatchedJob, { facts }: Observation, first: () => FirstSight): Job {
  const folded = fold(job, facts, endedSeenAt !== null)
  if (job !== null) return folded
  const { told, clockAheadMs } = first()
  return { ...folded, epoch: firstEpoch(folded, earlier, told, clockAheadMs) }
}

/** Without what was for the first look alone, or of a run that is over. */
function carriedOn(before: WatchedJob, job: Job): WatchedJob {
  if (before.job === null) {
    const { earlier: _, ...entry } = before
    const failingAtFirst = job.phase === 'running' ? failingShare(job) : null
    return failingAtFirst === null || failingAtFirst === 0 ? entry : { ...entry, failingAtFirst }
  }
  if (before.failingAtFirst === undefined || before.job.epoch === job.epoch) return before
  const { failingAtFirst: _, ...entry } = before
  return entry
}

function seen(before: WatchedJob, observation: Observation, at: Date, first: () => FirstSight): WatchedJob {
  const job = jobAfter(before, observation, first)
  const now = at.toISOString()
  const sameEnding = before.job?.epoch === job.epoch ? before.endedSeenAt : null
  return {
    ...carriedOn(before, job),
    job,
    seenAt: now,
    triedAt: now,
    fault: null,
    gone: false,
    ...(before.unfound === true && { unfound: false }),
    endedSeenAt: job.phase === 'ended' ? (sameEnding ?? now) : sameEnding,
  }
}

function missed(before: WatchedJob, fault: Fault, at: Date): WatchedJob {
  const now = at.toISOString()
  const standing = before.fault?.fault.kind === fault.kind ? before.fault.since : now
  const gone = fault.kind === 'not-found' && at.getTime() - new Date(standing).getTime() >= patience(before)
  return {
    ...before,
    triedAt: now,
    fault: { fault, since: standing },
    gone: before.gone || gone,
    ...(isUnfound(before, fault) && { unfound: true }),
  }
}

/** A server that cannot be reached any more takes back nothing of what it said about the job. */
const isUnfound = (before: WatchedJob, fault: Fault): boolean =>
  before.job === null && (before.unfound === true || needsHelp(fault, before))

/** Ms of 404 after which a job counts as gone. One that a person added and nobody ever saw stays: perhaps its key is mended. */
const patience = ({ job, origin }: WatchedJob): number =>
  job !== null ? goneAfterMs : origin === 'linked' ? nowhereAfterMs : Number.POSITIVE_INFINITY

/** The server named a time before which it wants no request; that holds from the look on, also after a restart. */
const asksForTime = ({ fault }: WatchedJob): boolean => fault !== null && pauseLeft(fault.fault, 0) > 0

/** True when there is something to write down: another look, or another guess of how long it will take, is no news for the disk. */
export function differs(before: WatchedJob, after: WatchedJob): boolean {
  const still = { seenAt: null, speed: undefined, ...(!asksForTime(after) && { triedAt: null }) }
  return !sameJson({ ...before, ...still }, { ...after, ...still })
}

/**
 * True when notices hang on it: a first sight, another phase, outcome or run, a hold, a stall. Were it lost in a crash,
 * what follows would be compared with the wrong thing, and an ending be no news; or a server asked too soon.
 */
export function isTurn(before: WatchedJob, after: WatchedJob): boolean {
  const [then, now] = [before.job, after.job]
  if (asksForTime(after) && after.triedAt !== before.triedAt) return true
  if (then?.phase !== now?.phase || then?.outcome !== now?.outcome || then?.epoch !== now?.epoch) return true
  return (
    before.gone !== after.gone || before.heldSince !== after.heldSince || before.stalledSince !== after.stalledSince
  )
}
