import type { Fault } from '../../../shared/fault'
import type { Clock } from '../clock'
import type { Origin } from './origin'

/** What the servers asked for, for whoever else than the poller talks to them: one pause for all. */
export function createManners(originOf: (connectionId: string) => Origin, clock: Clock, onHeeded: () => void) {
  return {
    /** Ms for which the server of a connection wants none of our requests; 0: it did not ask for that. */
    pausedMs: (connectionId: string): number => originOf(connectionId).pausedMs(clock.monotonic()),
    /** Told of each answer to a request that the poller did not make. Null: a good one. */
    heed(connectionId: string, fault: Fault | null): void {
      originOf(connectionId).heed(fault, clock.monotonic())
      onHeeded()
    },
    /** An earlier run was asked to leave it alone, ms from now. */
    keepPause(connectionId: string, ms: number): void {
      originOf(connectionId).pauseUntil(clock.monotonic() + ms)
      onHeeded()
    },
  }
}

export type Manners = ReturnType<typeof createManners>
