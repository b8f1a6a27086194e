import type { Outcome } from '../../src/shared/job'
import type { End } from './a-told-model'

/** One run of a job, as its server knows it. `startedAt` ISO. */
export type Run = { readonly startedAt: string; readonly end: End | null }

/** A server whose jobs run since `begun`, ISO, end, are corrected after their end, and run again. */
export function aToldServer(ids: readonly string[], begun: string, now: () => Date) {
  const first: Run = { startedAt: begun, end: null }
  const runs = new Map<string, Run>(ids.map(id => [id, first]))
  const runOf = (job: string): Run => runs.get(job) ?? first
  return {
    runOf,
    /** Of a job that has ended already it is a correction: its run stays the same. */
    ends(job: string, outcome: Outcome): void {
      const { startedAt } = runOf(job)
      runs.set(job, { startedAt, end: { outcome, startedAt, completedAt: now().toISOString() } })
    },
    runsAgain(job: string): void {
      if (runOf(job).end !== null) runs.set(job, { startedAt: now().toISOString(), end: null })
    },
  }
}
