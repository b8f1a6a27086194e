import type { NoticeView } from '../../shared/snapshot'

/** So many within this time, ms, are told one by one; the rest waits to be told as one (issue 5, reliability fault 47). */
const mostSingles = 3
const windowMs = 10_000
/** A burst is over when nothing came for so long: two looks at a job are up to six seconds apart. */
const pauseMs = 6_000
/** A burst that never pauses is summed up this often, ms. */
const longestWaitMs = 15_000

/** Times are monotonic ms. */
export type Burst = {
  /** When the last few were told one by one. */
  readonly singles: readonly number[]
  readonly waiting: readonly NoticeView[]
  /** When the first and the last of those came. */
  readonly waitsSince: number
  readonly lastAt: number
}

export const noBurst: Burst = { singles: [], waiting: [], waitsSince: 0, lastAt: 0 }

/** Takes one more; true when it is to be shown by itself, at once. */
export function taken(burst: Burst, notice: NoticeView, now: number): readonly [Burst, boolean] {
  const singles = burst.singles.filter(at => now - at < windowMs)
  if (burst.waiting.length === 0 && singles.length < mostSingles) {
    return [{ ...burst, singles: [...singles, now] }, true]
  }
  const waitsSince = burst.waiting.length === 0 ? now : burst.waitsSince
  return [{ singles, waiting: [...burst.waiting, notice], waitsSince, lastAt: now }, false]
}

/** When what waits is to be shown; null when nothing waits. */
export const dueAt = ({ waiting, waitsSince, lastAt }: Burst): number | null =>
  waiting.length === 0 ? null : Math.min(lastAt + pauseMs, waitsSince + longestWaitMs)

/** After what waited was shown. A burst that still goes on gets no more single ones. */
export function emptied({ singles, lastAt }: Burst, now: number): Burst {
  const goesOn = now - lastAt < pauseMs
  return { ...noBurst, singles: goesOn ? Array.from({ length: mostSingles }, () => now) : [...singles, now] }
}
