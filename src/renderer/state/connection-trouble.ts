import type { ConnectionId } from '../../shared/connection'
import type { StandingFault } from '../../shared/fault'
import { serverTroubles } from '../../shared/server-trouble'
import type { Mirror } from './mirror'

type Watched = Pick<Mirror, 'jobs' | 'connections' | 'settings'>

let known: { readonly jobs: Mirror['jobs']; readonly troubles: ReturnType<typeof serverTroubles> } | null = null

/** Gone through once for each list of jobs, however many places ask. */
function troublesIn(jobs: Mirror['jobs']): ReturnType<typeof serverTroubles> {
  if (known?.jobs !== jobs) known = { jobs, troubles: serverTroubles(jobs.values()) }
  return known.troubles
}

/**
 * What stands in the way of all jobs of a connection: its own fault, else what its server last answered. Where watching is
 * paused, an old answer says nothing about the server.
 */
export function troubleOf({ jobs, connections, settings }: Watched, id: ConnectionId): StandingFault | null {
  const connection = connections.get(id)
  if (connection === undefined) return null
  if (connection.fault !== null) return connection.fault
  return settings.paused || connection.paused === true ? null : (troublesIn(jobs).get(id) ?? null)
}

/** How many connections have such trouble. */
export function troubledCount(mirror: Watched): number {
  let troubled = 0
  for (const id of mirror.connections.keys()) if (troubleOf(mirror, id) !== null) troubled += 1
  return troubled
}
