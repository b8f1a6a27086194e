import type { Clock } from './clock'

/** The wall clock ran this much further than the other: the computer slept, or its clock was set. Ms. */
const gapMs = 30_000

/**
 * Tells, each time it is asked, whether the computer seems to have slept since: on Linux the monotonic clock stands still
 * meanwhile. A clock that was set forward looks the same; one look more at each job is all that costs (fault 24).
 */
export function createSlept(clock: Clock): () => boolean {
  const ahead = () => clock.wall().getTime() - clock.monotonic()
  let before = ahead()
  return () => {
    const gap = ahead() - before
    before += gap
    return gap > gapMs
  }
}
