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
  /** Connections to a server whose places were nearly all taken: it answers no faster, and who is late is in line. */
  crowded: ReadonlySet<string> = new Set(),
  /** When a job was last asked about, ms since 1970, whether or not the answer is in: a slow answer is no forgotten look. */
  askedAt: (jobId: string) => number = () => 0,
): {
  readonly overdue: readonly string[]
  /** Late at a crowded server. */
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
    Math.max(new Date(triedAt ?? addedAt).getTime(), heldAt.get(ref.connectionId) ?? 0, askedAt(ref.jobId))
  const all = due.filter(watched => now - since(watched) > 2 * longestMs(watched))
  const late = all.filter(({ ref }) => !crowded.has(ref.connectionId))
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
