import type { ConnectionId } from '../../shared/connection'
import type { Mirror } from '../state/mirror'

export function jobsOf(mirror: Mirror, id: ConnectionId): number {
  let jobs = 0
  for (const watched of mirror.jobs.values()) if (watched.ref.connectionId === id) jobs += 1
  return jobs
}
