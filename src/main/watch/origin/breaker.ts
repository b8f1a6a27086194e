/** Failures in a row, of whatever jobs, after which a server is left alone (reliability section 3). */
const trips = 5
const firstMs = 10_000
const longestMs = 300_000

/** Times are monotonic ms. */
export type Breaker = {
  /** In a row, at the server as a whole. */
  readonly failures: number
  /** How many times in a row it was left alone. */
  readonly opened: number
  /** Until then nothing is asked; afterwards one look tries whether it answers again. */
  readonly until: number
  readonly probing: boolean
}

export const closed: Breaker = { failures: 0, opened: 0, until: Number.NEGATIVE_INFINITY, probing: false }

export const isTripped = ({ failures }: Breaker): boolean => failures >= trips

/** From when a look may begin; never while the one that tries is under way. */
export function opensAt(breaker: Breaker): number {
  if (!isTripped(breaker)) return Number.NEGATIVE_INFINITY
  return breaker.probing ? Number.POSITIVE_INFINITY : breaker.until
}

export const begun = (breaker: Breaker): Breaker => (isTripped(breaker) ? { ...breaker, probing: true } : breaker)

/** What was under way when a server began to be left alone tells nothing new about how long that should last. */
export function failed(breaker: Breaker, wasProbe: boolean, now: number, random: number): Breaker {
  if (isTripped(breaker) && !wasProbe) return breaker
  const failures = breaker.failures + 1
  if (failures < trips) return { ...breaker, failures }
  const limit = Math.min(longestMs, firstMs * 2 ** Math.min(breaker.opened, 10))
  // Half of it for certain: a server in trouble must not be tried at once because chance would have it.
  return { failures, opened: breaker.opened + 1, until: now + limit * (0.5 + 0.5 * random), probing: false }
}

/** A fault that says nothing about the server: the next look may try. */
export const undecided = (breaker: Breaker, wasProbe: boolean): Breaker =>
  wasProbe ? { ...breaker, probing: false } : breaker

/** May be tried now: the network came back, or a person asks. */
export const tryNow = (breaker: Breaker, now: number): Breaker => ({
  ...breaker,
  opened: 0,
  until: Math.min(breaker.until, now),
})
