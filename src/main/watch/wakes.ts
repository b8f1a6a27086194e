import type { Clock } from './clock'
import type { Poller } from './poller'
import { createSlept } from './slept'

/** Events that come together (Electron tells each twice) make one sweep. */
const gatherMs = 200
/** Awake for so long and nobody has said so: the computer did not sleep after all. Ms of the monotonic clock. */
const awakeAgainMs = 60_000

export type WakesPorts = {
  readonly clock: Clock
  readonly poller: Pick<Poller, 'start' | 'stop' | 'sweep'>
}

/** When nothing is looked at, and when everything is: sleep, waking, the network. Every event may come twice, or never. */
export function createWakes({ clock, poller }: WakesPorts) {
  const slept = createSlept(clock)
  let paused = true
  let asleep = false
  let cancelSweep: (() => void) | null = null
  let cancelWatch: (() => void) | null = null
  let freshSince = 0
  let wokeAt = 0

  const apply = () => {
    if (paused || asleep) poller.stop()
    else poller.start()
  }
  const sweepSoon = (since: number) => {
    freshSince = cancelSweep === null ? since : Math.min(freshSince, since)
    cancelSweep ??= clock.after(gatherMs, () => {
      cancelSweep = null
      if (!asleep) poller.sweep(freshSince)
    })
  }
  const woke = () => {
    // The second of two events brings nothing that the first has not.
    if (asleep) wokeAt = clock.monotonic()
    asleep = false
    slept()
    cancelWatch?.()
    cancelWatch = null
    apply()
    sweepSoon(wokeAt)
  }

  return {
    /** A person has stopped all watching, or goes on with it. */
    setPaused(now: boolean): void {
      paused = now
      apply()
    },
    fellAsleep(): void {
      asleep = true
      apply()
      cancelWatch ??= clock.after(awakeAgainMs, woke)
    },
    woke,
    /** What was seen a moment ago is fresh enough. */
    unlocked: (): void => sweepSoon(clock.monotonic() - gatherMs),
    networkBack: (): void => sweepSoon(clock.monotonic()),
    /** Notices a sleep that nobody has told of. To be called now and then. */
    look(): void {
      if (!slept()) return
      wokeAt = clock.monotonic()
      woke()
    },
    stop(): void {
      cancelSweep?.()
      cancelWatch?.()
    },
  }
}

export type Wakes = ReturnType<typeof createWakes>
