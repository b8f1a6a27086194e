import type { ConnectionId } from './connection'
import type { FaultKind, StandingFault } from './fault'
import type { WatchedJob } from './snapshot'

/** What one job's look learns about the server that all jobs of the connection are asked of. */
const ofTheServer: ReadonlySet<FaultKind> = new Set(['rate-limited', 'server', 'unreachable', 'not-the-api'])

type Last = { readonly at: string; readonly trouble: StandingFault | null }

/**
 * What each server last answered, where that was trouble of its own: a server that is down is asked for one job at a
 * time, so most of its jobs carry no fault although nobody can see them.
 */
export function serverTroubles(jobs: Iterable<WatchedJob>): ReadonlyMap<ConnectionId, StandingFault> {
  const last = new Map<ConnectionId, Last>()
  for (const { ref, triedAt, fault } of jobs) {
    if (triedAt === null || (last.get(ref.connectionId)?.at ?? '') > triedAt) continue
    last.set(ref.connectionId, {
      at: triedAt,
      trouble: fault !== null && ofTheServer.has(fault.fault.kind) ? fault : null,
    })
  }
  return new Map([...last].flatMap(([id, { trouble }]) => (trouble === null ? [] : [[id, trouble] as const])))
}
