import type { Clock } from '../../src/main/watch/clock'

/** A clock that stands still until it is moved; timers fire in order as time passes over them. */
export function fakeClock(startWall = '2026-03-02T12:00:00.000Z') {
  let now = 0
  let timers: { readonly at: number; readonly act: () => void }[] = []
  let wallStart = new Date(startWall).getTime()

  return {
    monotonic: () => now,
    wall: () => new Date(wallStart + now),
    after(ms: number, act: () => void) {
      const timer = { at: now + ms, act }
      timers = [...timers, timer].sort((a, b) => a.at - b.at)
      return () => {
        timers = timers.filter(other => other !== timer)
      }
    },
    /** Lets `ms` pass; what timers start asynchronously is waited for at each stop. */
    async pass(ms: number): Promise<void> {
      const end = now + ms
      await settle()
      for (let next = timers[0]; next !== undefined && next.at <= end; next = timers[0]) {
        timers = timers.slice(1)
        now = Math.max(now, next.at)
        next.act()
        await settle()
      }
      now = end
    },
    /** The wall clock alone goes on, or is set: the computer sleeps, or somebody sets its clock. */
    shiftWall(ms: number): void {
      wallStart += ms
    },
    pending: () => timers.length,
  } satisfies Clock & Record<string, unknown>
}

/** Lets every promise that can go on do so. */
export const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
