import type { Server } from './agenda'

/** A change smaller than this is not worth telling, ms. */
const worthTelling = 1_000

/** Tells when all looks at a server begin to be kept back, for how long, and when they no longer are. */
export function createWaits(tell: (origin: string, until: number | null) => void) {
  const told = new Map<string, number>()

  return {
    /** `now` and `until` in monotonic ms. */
    tell(servers: Iterable<Server>, now: number): void {
      for (const { name, origin } of servers) {
        const until = origin.waitsUntil(now)
        const before = told.get(name)
        if (until === null) {
          if (told.delete(name)) tell(name, null)
        } else if (before === undefined || Math.abs(until - before) >= worthTelling) {
          told.set(name, until)
          tell(name, until)
        }
      }
    },
  }
}
