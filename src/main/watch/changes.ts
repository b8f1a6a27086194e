import type { Outcome } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'

/** What happened to a job between two good looks. */
export type Change =
  | { readonly kind: 'ended'; readonly outcome: Outcome; readonly epoch: number }
  | { readonly kind: 'reopened'; readonly epoch: number }

/**
 * Compares good with good: faults between the two looks do not matter (architecture rule 1).
 * The first look is no news (rule 2), except for a job made here, or set off by another while that one was watched:
 * its ending nobody else has seen (api-notes E14).
 */
export function changesBetween(before: WatchedJob, after: WatchedJob): readonly Change[] {
  const { job: now } = after
  if (now === null || now === before.job) return []
  if (before.job === null) {
    const isNews = before.origin === 'created' || before.namedWhileWatched === true
    return isNews && now.outcome !== null ? [ended(now.outcome, now.epoch)] : []
  }
  const then = before.job
  const changes: Change[] = []
  if (now.epoch > then.epoch) changes.push({ kind: 'reopened', epoch: now.epoch })
  if (now.outcome !== null && (then.outcome !== now.outcome || then.epoch !== now.epoch)) {
    changes.push(ended(now.outcome, now.epoch))
  }
  return changes
}

const ended = (outcome: Outcome, epoch: number): Change => ({ kind: 'ended', outcome, epoch })
