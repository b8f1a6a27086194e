import type { Fault } from '../../../shared/fault'
import type { Look } from '../look'
import { begun, closed, failed, isTripped, opensAt, tryNow, undecided } from './breaker'
import { earn, emptyBudget, spend } from './budget'
import { pauseFor } from './pause'

/** As many looks at once as there are sockets to an origin (performance.md). */
export const mostAtOnce = 6

/** The server said nothing, or nothing of itself: what else there is, is an answer. */
const saysNothing = (fault: Fault): boolean =>
  fault.kind === 'no-key' || (fault.kind === 'rejected' && fault.status === 0)

/** An answer of something that is not the server counts as none: a captive portal answers everything. */
const isFailure = (fault: Fault): boolean =>
  fault.kind === 'unreachable' || fault.kind === 'server' || fault.kind === 'not-the-api'

/** What is owed to one server (scheme, host and port), whichever connections name it. Times are monotonic ms. */
export function createOrigin(random: () => number) {
  let inFlight = 0
  /** It asked to be left alone until then. */
  let pausedUntil = Number.NEGATIVE_INFINITY
  /** Times in a row that it spoke of too many requests. */
  let limited = 0
  let breaker = closed
  let budget = emptyBudget

  const judge = (fault: Fault | null, wasProbe: boolean, now: number) => {
    if (fault === null) breaker = closed
    else if (saysNothing(fault)) breaker = undecided(breaker, wasProbe)
    else if (isFailure(fault)) breaker = failed(breaker, wasProbe, now, random())
    else breaker = closed
  }

  return {
    /** From when on a look may begin; infinite: when one that is under way has ended. */
    opensAt: (): number =>
      inFlight >= mostAtOnce ? Number.POSITIVE_INFINITY : Math.max(pausedUntil, opensAt(breaker)),
    /** True while it wants nothing at all, not even the second request of a look that is under way. */
    isPaused: (now: number): boolean => now < pausedUntil,
    /** What is left of that, ms. */
    pausedMs: (now: number): number => Math.max(0, pausedUntil - now),
    /** For people: until when all looks are kept back, or null. */
    waitsUntil(now: number): number | null {
      const until = Math.max(pausedUntil, isTripped(breaker) ? breaker.until : pausedUntil)
      return until > now ? until : null
    },
    /** True when a look sooner than usual is allowed; it is counted then. */
    mayHurry(): boolean {
      const rest = spend(budget)
      budget = rest ?? budget
      return rest !== null
    },
    /** Gives back the way to end the look: with what it brought; null: nothing that says anything. */
    begin(isUsual: boolean): (seen: Look | null, now: number) => void {
      inFlight += 1
      if (isUsual) budget = earn(budget)
      const wasProbe = isTripped(breaker)
      breaker = begun(breaker)
      return (seen, now) => {
        inFlight -= 1
        if (seen === null) {
          breaker = undecided(breaker, wasProbe)
          return
        }
        judge(seen.result.ok ? null : seen.result.fault, wasProbe, now)
      }
    },
    /** Told of each answer as it comes, also of those that the look as a whole makes nothing of. Null: a good one. */
    heed(fault: Fault | null, now: number): void {
      if (fault === null) limited = 0
      else pausedUntil = Math.max(pausedUntil, now + pauseFor(fault, limited, random()))
      if (fault?.kind === 'rate-limited') limited += 1
    },
    /** An earlier run was asked to leave it alone. */
    pauseUntil(until: number): void {
      pausedUntil = Math.max(pausedUntil, until)
    },
    /** The network is back, or a person asks: trouble is forgotten, what the server asked for is not. */
    tryNow(now: number): void {
      breaker = tryNow(breaker, now)
    },
  }
}

export type Origin = ReturnType<typeof createOrigin>
