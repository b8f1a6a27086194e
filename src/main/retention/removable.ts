import { isActive, type JobRef, refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'

export type Over = { readonly ref: JobRef; readonly since: number }

/** Since when a job is over, ms since 1970, as we saw it; null: it goes on, or a person or a family still wants it. */
export function overSince({ job, gone, endedSeenAt, fault, pinned, heldSince }: WatchedJob): number | null {
  if (pinned === true || heldSince != null) return null
  const since = gone ? (fault?.since ?? endedSeenAt) : job?.phase === 'ended' ? endedSeenAt : null
  return since === null ? null : Date.parse(since)
}

/**
 * The jobs that may be removed, the longest over first. `kept`: keys of jobs about which something is unseen or unsent.
 * What an active job names stays with it.
 */
export function removable(jobs: Iterable<WatchedJob>, kept: ReadonlySet<string>): readonly Over[] {
  const all = [...jobs]
  const named = new Set(
    all.flatMap(({ ref: { connectionId }, job, gone }) =>
      job === null || gone || !isActive(job) ? [] : job.links.map(({ jobId }) => refKey({ connectionId, jobId })),
    ),
  )
  return all
    .flatMap((watched): Over[] => {
      const since = overSince(watched)
      const key = refKey(watched.ref)
      return since === null || kept.has(key) || named.has(key) ? [] : [{ ref: watched.ref, since }]
    })
    .sort((a, b) => a.since - b.since)
}
