import type { ConnectionId } from '../../shared/connection'
import type { Mirror } from '../state/mirror'

export function jobsOf(mirror: Mirror, id: ConnectionId): number {
  let jobs = 0
  for (const watched of mirror.jobs.values()) if (watched.ref.connectionId === id) jobs += 1
  return jobs
}

/** Posts that a server may not have had yet: drafts, in line, on the way, undecided, and those of runs. */
export function openPostsOf({ posts, runs }: Pick<Mirror, 'posts' | 'runs'>, id: ConnectionId): number {
  const alone = posts.filter(({ connectionId, state, runId }) => connectionId === id && runId === null && isOpen(state))
  const ofRuns = runs.filter(({ ref }) => ref.connectionId === id)
  return alone.length + ofRuns.reduce((sum, { counts }) => sum + counts.waiting + counts.sending + counts.unknown, 0)
}

const isOpen = (state: Mirror['posts'][number]['state']): boolean =>
  state === 'draft' || state === 'waiting' || state === 'sending' || state === 'unknown'
