import type { Outcome } from '../../src/shared/job'

/** What the server knows of a job that has ended, and when it did, ISO. */
export type End = { readonly outcome: Outcome; readonly completedAt: string }

type Seen = {
  run: number
  end: End | null
  askedLast: number
  /** Since when it is on the list, ISO; null: it is off it. */
  onListSince: string | null
  /** The next good look is the first of this stay. */
  isNew: boolean
  isKnown: boolean
  /** It ended anew, but in the same word, and nobody saw it run: no answer tells that from the ending before (api-notes E13). */
  endedAlike: boolean
}

/** What a watcher without faults makes of the answers it takes. It counts runs in its own way and knows no epochs. */
export function aToldModel() {
  const jobs = new Map<string, Seen>()
  const told = new Map<string, string>()

  const tell = (job: string, { run }: Seen, { outcome }: End) =>
    told.set(`${job} ${run} ${outcome}`, `${job} ${outcome}`)

  return {
    /** The endings to be told: a job and an outcome each. */
    told: (): readonly string[] => [...told.values()],
    put(job: string, since: string, isKnown: boolean): void {
      jobs.set(job, {
        run: 0,
        end: null,
        askedLast: 0,
        onListSince: since,
        isNew: !isKnown,
        isKnown,
        endedAlike: false,
      })
    },
    unwatch(job: string): void {
      const seen = jobs.get(job)
      if (seen !== undefined) seen.onListSince = null
    },
    watch(job: string, at: string): void {
      const seen = jobs.get(job)
      if (seen === undefined || seen.onListSince !== null) return
      seen.onListSince = at
      seen.isNew = true
    },
    restart(): void {
      for (const seen of jobs.values()) seen.askedLast = 0
    },
    fault(job: string, asked: number): void {
      const seen = jobs.get(job)
      if (seen !== undefined) seen.askedLast = asked
    },
    look(job: string, end: End | null, asked: number): void {
      const seen = jobs.get(job)
      if (seen === undefined || seen.onListSince === null || asked < seen.askedLast) return
      seen.askedLast = asked
      const isSame = seen.end?.outcome === end?.outcome && seen.end?.completedAt === end?.completedAt
      if (seen.isNew) {
        if (seen.isKnown && seen.end !== null && !isSame) seen.run += 1
        // What ended before it was put on the list is no news, and what was told on an earlier stay is none either.
        if (end !== null && !(seen.isKnown && isSame) && end.completedAt > seen.onListSince) tell(job, seen, end)
      } else {
        if (end === null && seen.end !== null) seen.run += 1
        if (end !== null && end.outcome !== seen.end?.outcome) tell(job, seen, end)
      }
      const endedAlike =
        !seen.isNew && end !== null && seen.end?.outcome === end.outcome && (seen.endedAlike || !isSame)
      Object.assign(seen, { end, isNew: false, isKnown: true, endedAlike })
    },
    endedAlike: (job: string): boolean => jobs.get(job)?.endedAlike === true,
  }
}
