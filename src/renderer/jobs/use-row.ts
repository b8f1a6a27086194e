import { useShallow } from 'zustand/react/shallow'
import type { StandingFault } from '../../shared/fault'
import type { WatchedJob } from '../../shared/snapshot'
import { unseenWorryOf } from '../../shared/standing'
import type { Mirror } from '../state/mirror'
import { useMirror } from '../state/mirror-store'
import { isPaused } from './is-paused'

/** All that a row shows, but for what changes with the time alone. */
export type Row = {
  readonly watched: WatchedJob
  /** What was told of a job that goes on and was not looked at yet; of an ended one its own line says it. */
  readonly worry: string | null
  /** Of its connection, as is what follows. */
  readonly name: string
  readonly organization: string | null | undefined
  readonly fault: StandingFault | null
  readonly paused: boolean
  /** How far the server's clock is ahead of ours, ms. */
  readonly aheadMs: number
}

/** One look-up a row, which draws it anew only when something of it changed; null: not watched any more. */
export const useRow = (jobKey: string): Row | null => useMirror(useShallow(mirror => rowOf(mirror, jobKey)))

function rowOf(mirror: Mirror, jobKey: string): Row | null {
  const watched = mirror.jobs.get(jobKey)
  if (watched === undefined) return null
  const { job, ref } = watched
  const connection = mirror.connections.get(ref.connectionId)
  return {
    watched,
    worry: job === null || job.phase === 'ended' ? null : (unseenWorryOf(mirror.notices, ref)?.title ?? null),
    name: connection?.name ?? '',
    organization: connection?.organization,
    fault: connection?.fault ?? null,
    paused: isPaused(mirror, ref.connectionId),
    aheadMs: connection?.clockAheadMs ?? 0,
  }
}
