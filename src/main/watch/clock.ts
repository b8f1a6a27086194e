/** Time as handed in: `monotonic` schedules (ms, never jumps), `wall` is for display and storage. */
export type Clock = {
  readonly monotonic: () => number
  readonly wall: () => Date
  /** Calls back once after `ms`; gives back the way to call it off. */
  readonly after: (ms: number, act: () => void) => () => void
}

export const systemClock: Clock = {
  monotonic: () => performance.now(),
  wall: () => new Date(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}
