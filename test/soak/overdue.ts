import { isActive } from '../../src/shared/job'
import type { ConnectionView, WatchedJob } from '../../src/shared/snapshot'

/** The longest interval between two looks, with its jitter: a minute, or five for a job that nobody can read or that stalls. */
const longestMs = (watched: WatchedJob): number =>
  (watched.job?.phase === 'unknown' || watched.stalledSince != null ? 300_000 : 60_000) * 1.2

/** An active job must be looked at within two intervals, unless its server or its own fault holds the look back (issue 5). */
export function overdue(
  jobs: readonly WatchedJob[],
  connections: readonly ConnectionView[],
  now: number,
  /** When a connection was last seen to be held back, ms since 1970: what waited then has its turn after that. */
  heldAt: ReadonlyMap<string, number> = new Map(),
  /** When a connection's server last had a place free, ms since 1970; always, where nothing is said of it. */
  roomAt: ReadonlyMap<string, number> = new Map(),
): {
  readonly overdue: readonly string[]
  /** Late because all places at the server were taken from the moment they fell due: it answers no faster. */
  readonly crowded: number
  readonly checked: number
  readonly excused: number
} {
  const held = new Set(
    connections.filter(({ fault, waitsUntil }) => fault !== null || waitsUntil !== undefined).map(({ id }) => id),
  )
  const active = jobs.filter(({ job, gone }) => !gone && (job === null || isActive(job)))
  const due = active.filter(({ ref, fault }) => fault === null && !held.has(ref.connectionId))
  const since = ({ ref, triedAt, addedAt }: WatchedJob): number =>
    Math.max(new Date(triedAt ?? addedAt).getTime(), heldAt.get(ref.connectionId) ?? 0)
  const hadRoom = (watched: WatchedJob): boolean =>
    (roomAt.get(watched.ref.connectionId) ?? now) >= since(watched) + longestMs(watched)
  const all = due.filter(watched => now - since(watched) > 2 * longestMs(watched))
  const late = all.filter(hadRoom)
  return {
    overdue: late
      .slice(0, 5)
      .map(
        ({ ref, triedAt }) =>
          `${ref.jobId}, last tried ${triedAt ?? 'never'}, seen from ${new Date(now).toISOString()}`,
      ),
    crowded: all.length - late.length,
    checked: due.length,
    excused: active.length - due.length,
  }
}

export function tally(jobs: readonly WatchedJob[]): { readonly active: number; readonly ended: number } {
  const ended = jobs.filter(({ job, gone }) => gone || job?.phase === 'ended').length
  return { active: jobs.length - ended, ended }
}
