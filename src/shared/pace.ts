import type { Pace } from './settings'
import type { WatchedJob } from './snapshot'

const second = 1_000
const minute = 60 * second

/** Ms between two looks at one job. */
export type Tempo = {
  /** While it moves, and the window is visible or the job was taken up a moment ago. */
  readonly fast: number
  /** While it moves and nobody looks on. */
  readonly unseen: number
  /** The longest, of a job that shows nothing new. */
  readonly still: number
  /** The same while the window is hidden, the screen is locked or the computer runs on its battery. */
  readonly stillUnseen: number
  /** Of a job that has stalled, or whose status is a word we do not know. */
  readonly slow: number
}

/** api-notes section 3 gives the normal one. */
export const tempos: Readonly<Record<Pace, Tempo>> = {
  gentle: { fast: 20 * second, unseen: 30 * second, still: minute, stillUnseen: 2 * minute, slow: 10 * minute },
  normal: { fast: 5 * second, unseen: 10 * second, still: 30 * second, stillUnseen: minute, slow: 5 * minute },
  brisk: { fast: 2 * second, unseen: 4 * second, still: 10 * second, stillUnseen: 20 * second, slow: 2 * minute },
}

/**
 * Never-seen jobs of one server that are looked at in a second once the first few are through: thousands that are added
 * together must not spend a quota in a minute.
 */
export const firstLooksASecond: Readonly<Record<Pace, number>> = { gentle: 10, normal: 25, brisk: 50 }

/** No job is looked at more often, whatever the pace, ms; a person's own "look now" alone is not held back by it. */
export const shortestMs = 2 * second
/** A job that the key may not read is asked about no more often, ms (reliability fault 2). */
export const forbiddenMs = 15 * minute
/** A stage or a message can move while nothing in the light status does: so many light looks, then a whole one. */
export const lightLooks = 2

/** Requests an hour. `most`: everything moves and the window is open; `least`: nothing moves and nobody looks on. */
export type RequestsAnHour = { readonly least: number; readonly most: number }

/** What a pace means for these jobs, without faults. Leave out the jobs of a paused connection. */
export function requestsAnHour(jobs: Iterable<WatchedJob>, pace: Pace): RequestsAnHour {
  let least = 0
  let most = 0
  for (const watched of jobs) {
    const range = spacing(watched, tempos[pace])
    if (range === null) continue
    least += (60 * minute) / range.longest
    most += (60 * minute) / range.shortest
  }
  return { least: Math.round(least), most: Math.round(most) }
}

/** Ms between looks in the long run; null: none, but for the few after an ending. */
function spacing({ job, gone, fault, stalledSince }: WatchedJob, tempo: Tempo) {
  if (gone || job?.phase === 'ended') return null
  const only = (ms: number) => ({ shortest: ms, longest: ms })
  if (fault?.fault.kind === 'forbidden') return only(forbiddenMs)
  if (job?.phase === 'unknown' || stalledSince != null) return only(tempo.slow)
  return { shortest: tempo.fast, longest: tempo.stillUnseen }
}
