import { failsMuch, failsWorse, fewestItems } from '../../shared/failing'
import type { Job, Outcome } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { endedOnTheList } from './first-look'

/** Percent. */
const nearlyDone = 90

/** What happened to a job between two good looks. */
export type Change =
  | { readonly kind: 'ended'; readonly outcome: Outcome; readonly epoch: number }
  | { readonly kind: 'reopened' | 'started' | 'first-failure'; readonly epoch: number }
  /** `usual`: what part of the items of its type fails as a rule, 0-1; null: nobody knows yet. */
  | { readonly kind: 'failure-rate'; readonly epoch: number; readonly usual: number | null }
  /** `since`: the last move, ISO. */
  | { readonly kind: 'stalled'; readonly epoch: number; readonly since: string }
  | { readonly kind: 'moved-again'; readonly epoch: number }

/**
 * Compares good with good: faults between the two looks do not matter (architecture rule 1).
 * The first look is no news (rule 2), except for a job made here, or set off by another while that one was watched:
 * nobody else has seen it begin or end (api-notes E14). Nor has anybody seen one end that did so on the list.
 * `usual`: see above; `clockAheadMs`: how far the server's clock is ahead of this computer's.
 */
export function changesBetween(
  before: WatchedJob,
  after: WatchedJob,
  usual: number | null = null,
  clockAheadMs = 0,
): readonly Change[] {
  const { job: now } = after
  if (now === null || now === before.job) return []
  if (before.job === null) {
    if (before.origin === 'created' || before.namedWhileWatched === true) return firstChanges(now)
    return now.outcome !== null && endedOnTheList(after, now, clockAheadMs) ? [ended(now.outcome, now.epoch)] : []
  }
  const then = before.job
  const ranAgain = now.epoch > then.epoch
  const hasEnded = now.outcome !== null && (then.outcome !== now.outcome || then.epoch !== now.epoch)
  return [
    ...(ranAgain ? [{ kind: 'reopened', epoch: now.epoch } as const] : []),
    ...(hasStarted(then, now, ranAgain) ? [started(now)] : []),
    ...failings(ranAgain ? null : then, now, usual, after.failingAtFirst ?? null),
    ...stalls(before, after, now.epoch),
    ...(hasEnded && now.outcome !== null ? [ended(now.outcome, now.epoch)] : []),
  ]
}

function firstChanges(now: Job): readonly Change[] {
  if (now.outcome !== null) return [ended(now.outcome, now.epoch)]
  return now.phase === 'running' ? [started(now)] : []
}

const hasStarted = (then: Job, now: Job, ranAgain: boolean): boolean =>
  now.phase === 'running' && (ranAgain || then.phase === 'queued')

/** While it runs: an ending tells its failures itself. The worse of the two is told, not both at once. */
function failings(then: Job | null, now: Job, usual: number | null, atFirst: number | null): readonly Change[] {
  if (now.phase === 'ended') return []
  if (failsMuch(now, usual)) {
    const isNews =
      then === null ||
      !failsMuch(then, usual) ||
      // It failed much when it was added: a person is told once more, when it has become clearly worse.
      (atFirst !== null && failsWorse(now, atFirst) && !failsWorse(then, atFirst))
    return isNews ? [{ kind: 'failure-rate', epoch: now.epoch, usual }] : []
  }
  const isFirst = (now.failed ?? 0) > 0 && (then?.failed ?? 0) === 0
  return isFirst && !endsSoon(now) ? [{ kind: 'first-failure', epoch: now.epoch }] : []
}

/** The ending of a small job, or of one that is nearly done, tells its failures soon enough. */
const endsSoon = ({ total, percent }: Job): boolean =>
  (total !== null && total > 0 && total < fewestItems) || (percent.value ?? 0) >= nearlyDone

function stalls(before: WatchedJob, after: WatchedJob, epoch: number): readonly Change[] {
  const [then, now] = [before.stalledSince ?? null, after.stalledSince ?? null]
  if (then === now) return []
  return now === null ? [{ kind: 'moved-again', epoch }] : [{ kind: 'stalled', epoch, since: now }]
}

const started = ({ epoch }: Job): Change => ({ kind: 'started', epoch })
const ended = (outcome: Outcome, epoch: number): Change => ({ kind: 'ended', outcome, epoch })
