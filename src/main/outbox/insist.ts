import type { Clock } from '../watch/clock'

export type InsistPorts = {
  readonly clock: Pick<Clock, 'after'>
  readonly everyMs: number
  readonly isRunning: () => boolean
  readonly trouble: (where: string, error: unknown) => void
}

/** What came of a post that has left is written down as soon as the disk takes it; until then its lane stands. */
export async function insist(act: () => unknown, { clock, everyMs, isRunning, trouble }: InsistPorts): Promise<void> {
  for (;;) {
    try {
      act()
      return
    } catch (error) {
      trouble('outbox', error)
      await new Promise<void>(resolve => clock.after(everyMs, resolve))
      if (!isRunning()) return
    }
  }
}
