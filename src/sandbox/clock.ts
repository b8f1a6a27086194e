/** What the clock stands on. Handed in, so that a test can own time. All in ms. */
export type TimeSource = {
  readonly wall: () => number
  readonly monotonic: () => number
  readonly after: (ms: number, run: () => void) => () => void
}

export const realTime: TimeSource = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

export type ClockState = {
  readonly now: number
  readonly speed: number
  readonly paused: boolean
  readonly skew: number
}

/**
 * The sandbox's own time, in ms since 1970: it can run faster, stand still and be stepped.
 * What is planned with `at` runs in order, and sees exactly the time it was planned for: the same seed lives the same life.
 */
export type SandboxClock = {
  readonly now: () => number
  /** `now`, as the server believes it: with its skew. */
  readonly told: () => number
  /** How far the server believes to be ahead, in ms. */
  readonly skew: () => number
  readonly at: (when: number, run: () => void) => void
  /** Runs everything that is due. Called before each answer, so that no answer is older than its clock. */
  readonly settle: () => void
  readonly change: (change: { readonly speed?: number; readonly paused?: boolean; readonly skew?: number }) => void
  readonly step: (ms: number) => void
  readonly state: () => ClockState
  readonly monotonic: () => number
  readonly stop: () => void
}

type Planned = { readonly when: number; readonly run: () => void }

/** Node fires a longer timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1

export function createClock(time: TimeSource, speed: number): SandboxClock {
  const state = { speed, paused: false, skew: 0, anchor: time.wall(), since: time.monotonic(), stopped: false }
  const planned: Planned[] = []
  let running: number | null = null
  let cancel = () => {}

  const reached = () => state.anchor + (state.paused ? 0 : (time.monotonic() - state.since) * state.speed)
  const now = () => running ?? reached()
  const anchorAt = (when: number) => {
    state.anchor = when
    state.since = time.monotonic()
  }

  const settle = () => {
    if (running !== null || state.stopped) return
    const target = reached()
    try {
      for (let next = planned[0]; next !== undefined && next.when <= target; next = planned[0]) {
        planned.shift()
        running = next.when
        next.run()
      }
    } finally {
      running = null
    }
    arm()
  }

  const arm = () => {
    cancel()
    const next = planned[0]
    if (next === undefined || state.paused || state.speed === 0 || state.stopped) return
    const wait = Math.max(0, Math.ceil((next.when - reached()) / state.speed))
    cancel = time.after(Math.min(wait, LONGEST_TIMER), settle)
  }

  return {
    now,
    told: () => now() + state.skew,
    skew: () => state.skew,
    at: (when, run) => {
      const later = planned.findIndex(other => other.when > when)
      planned.splice(later === -1 ? planned.length : later, 0, { when, run })
      if (running === null) arm()
    },
    settle,
    change: ({ speed: wanted, paused, skew }) => {
      settle()
      anchorAt(reached())
      if (wanted !== undefined) state.speed = wanted
      if (paused !== undefined) state.paused = paused
      if (skew !== undefined) state.skew = skew
      arm()
    },
    step: ms => {
      anchorAt(reached() + ms)
      settle()
    },
    state: () => ({ now: now(), speed: state.speed, paused: state.paused, skew: state.skew }),
    monotonic: time.monotonic,
    stop: () => {
      state.stopped = true
      planned.length = 0
      cancel()
    },
  }
}
