/** So few are looked at without a thought: a person who adds a handful waits for them. */
export const firstLooksAtOnce = 50

/**
 * How many never-seen jobs of one server may be looked at: some at once, then so many a second, however many were added
 * together. It is earned by time alone, so a pause or a sleep saves up no more than that. Times are monotonic ms.
 */
export function createFirstLooks(aSecond: () => number) {
  let left = firstLooksAtOnce
  let countedAt = 0

  const count = (now: number): number => {
    left = Math.min(firstLooksAtOnce, left + ((now - countedAt) / 1_000) * aSecond())
    countedAt = now
    return left
  }

  return {
    /** When the next one may begin; not after `now`: at once. */
    opensAt(now: number): number {
      const missing = 1 - count(now)
      return missing <= 0 ? now : now + Math.ceil((missing / aSecond()) * 1_000)
    },
    begin(now: number): void {
      left = count(now) - 1
    },
  }
}

export type FirstLooks = ReturnType<typeof createFirstLooks>
