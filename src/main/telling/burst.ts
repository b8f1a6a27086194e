import type { NoticeKind } from '../../shared/notice-kinds'
import type { NoticeView } from '../../shared/snapshot'
import { mostNamed } from '../../shared/summary-words'

/** How many at once are how many notifications. All times in ms. */
export type Tempo = {
  /** So many within `windowMs` are told one by one; the rest waits to be told as one (issue 5, reliability fault 47). */
  readonly mostSingles: number
  readonly windowMs: number
  /** A burst is over when nothing came for so long. */
  readonly pauseMs: number
  /** A burst that never pauses is summed up this often. */
  readonly longestWaitMs: number
  /** So few of what has waited are told one by one all the same. */
  readonly fewest: number
}

const tempos = {
  // Two looks at a job are up to six seconds apart.
  usual: { mostSingles: 3, windowMs: 10_000, pauseMs: 6_000, longestWaitMs: 15_000, fewest: mostNamed },
  // Many jobs that begin together have their first failures together, and none of that is urgent.
  calm: { mostSingles: 1, windowMs: 60_000, pauseMs: 60_000, longestWaitMs: 60_000, fewest: 1 },
} as const satisfies Readonly<Record<string, Tempo>>

export type TempoName = keyof typeof tempos
export const tempoNames: readonly TempoName[] = ['usual', 'calm']
export const tempoOf = (kind: NoticeKind): TempoName => (kind === 'first-failure' ? 'calm' : 'usual')

/** Times are monotonic ms. */
export type Burst = {
  readonly tempo: Tempo
  /** When the last few were told one by one. */
  readonly singles: readonly number[]
  readonly waiting: readonly NoticeView[]
  /** When the first and the last of those came. */
  readonly waitsSince: number
  readonly lastAt: number
}

export const noBurst = (name: TempoName): Burst => ({
  tempo: tempos[name],
  singles: [],
  waiting: [],
  waitsSince: 0,
  lastAt: 0,
})

/** Takes one more; true when it is to be shown by itself, at once. */
export function taken(burst: Burst, notice: NoticeView, now: number): readonly [Burst, boolean] {
  const { tempo } = burst
  const singles = burst.singles.filter(at => now - at < tempo.windowMs)
  if (burst.waiting.length === 0 && singles.length < tempo.mostSingles) {
    return [{ ...burst, singles: [...singles, now] }, true]
  }
  const waitsSince = burst.waiting.length === 0 ? now : burst.waitsSince
  return [{ tempo, singles, waiting: [...burst.waiting, notice], waitsSince, lastAt: now }, false]
}

/** When what waits is to be shown; null when nothing waits. */
export const dueAt = ({ tempo, waiting, waitsSince, lastAt }: Burst): number | null =>
  waiting.length === 0 ? null : Math.min(lastAt + tempo.pauseMs, waitsSince + tempo.longestWaitMs)

/** After what waited was shown. A burst that still goes on gets no more single ones. */
export function emptied({ tempo, singles, lastAt }: Burst, now: number): Burst {
  const goesOn = now - lastAt < tempo.pauseMs
  const taken = goesOn ? Array.from({ length: tempo.mostSingles }, () => now) : [...singles, now]
  return { tempo, singles: taken, waiting: [], waitsSince: 0, lastAt: 0 }
}
