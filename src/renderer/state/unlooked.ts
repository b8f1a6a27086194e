import type { ConnectionId } from '../../shared/connection'
import type { WatchedJob } from '../../shared/snapshot'

/** How many jobs of each connection nobody has looked at yet: counted along, for going through ten thousand at each change is too much. */
export type Unlooked = ReadonlyMap<ConnectionId, number>

/** Counts on from what is known. `note`: this is one job more (1) or less (-1). */
export function countingUnlooked(known: Unlooked = new Map()) {
  const counts = new Map(known)
  return {
    counts,
    note(watched: WatchedJob | undefined, step: 1 | -1): void {
      if (watched === undefined || watched.triedAt !== null) return
      const { connectionId } = watched.ref
      counts.set(connectionId, (counts.get(connectionId) ?? 0) + step)
    },
  }
}
