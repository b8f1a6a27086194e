import type { Outcome } from '../../src/shared/job'

/** What the server knows of a job that has ended, and when its last run began and ended, ISO. */
export type End = { readonly outcome: Outcome; readonly startedAt: string; readonly completedAt: string }

/** Between an end and the next start there is more than times are rounded by, ms: then they tell two runs apart. */
const rounding = 1_000
const ranBetween = (before: End | null, now: End | null): boolean =>
  before !== null && now !== null && Date.parse(now.startedAt) > Date.parse(before.completedAt) + rounding

type Seen = {
  run: number
  end: End | null
  askedLast: number
  /** Since when it is on the list, ISO; null: it is off it. */
  onListSince: string | null
  /** The next good look is the first of this stay. */
  isNew: boolean
  isKnown: boolean
  /** It ended anew in the same word, nobody saw it run, and its times do not tell it from the ending before (api-notes E13). */
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
      const ranUnseen = ranBetween(seen.end, end)
      if (seen.isNew) {
        if (seen.isKnown && seen.end !== null && !isSame) seen.run += 1
        // What ended before it was put on the list is no news, and what was told on an earlier stay is none either.
        if (end !== null && !(seen.isKnown && isSame) && end.completedAt > seen.onListSince) tell(job, seen, end)
      } else {
        if ((end === null && seen.end !== null) || ranUnseen) seen.run += 1
        if (end !== null && (end.outcome !== seen.end?.outcome || ranUnseen)) tell(job, seen, end)
      }
      const endedAlike =
        !seen.isNew && !ranUnseen && end !== null && seen.end?.outcome === end.outcome && (seen.endedAlike || !isSame)
      Object.assign(seen, { end, isNew: false, isKnown: true, endedAlike })
    },
    endedAlike: (job: string): boolean => jobs.get(job)?.endedAlike === true,
  }
}
