import type { JobRef } from '../../shared/job'
import type { Speed, WatchedJob } from '../../shared/snapshot'
import type { TimelineEntry } from '../../shared/timeline'
import { speedOf, type Track, tracked } from './speed'

/** The newest entries of a time line that are worth reading for it. */
const fromTheTimeline = 24

/** The speeds of all running jobs. `history`: the time line of a job, read once for each after a start. */
export function createSpeeds(history: (ref: JobRef) => readonly TimelineEntry[]) {
  // By the object: a job that is forgotten and watched again begins anew, and what is forgotten takes no room.
  const tracks = new WeakMap<JobRef, Track>()

  /** What was seen in an earlier run of the app: the way goes on, and so does the speed. */
  const resumed = (ref: JobRef): Track | null =>
    history(ref)
      .slice(-fromTheTimeline)
      .reduce<Track | null>((track, entry) => {
        const percent = { value: entry.percent, source: 'server' } as const
        return tracked(track, { ...entry, percent }, new Date(entry.at).getTime())
      }, null)

  return {
    /** After a look; a bad one leaves the speed as it was. */
    after(before: WatchedJob, { ref, job, seenAt, stalledSince }: WatchedJob): Speed | null {
      if (job?.phase !== 'running' || seenAt === null) {
        tracks.delete(ref)
        return null
      }
      if (seenAt === before.seenAt) return before.speed ?? null
      const at = new Date(seenAt).getTime()
      const known = tracks.get(ref) ?? (before.job === null ? null : resumed(ref))
      const track = tracked(known, job, at)
      if (track === null) {
        tracks.delete(ref)
        return null
      }
      tracks.set(ref, track)
      return stalledSince == null ? speedOf(track, at) : null
    },
  }
}

export type Speeds = ReturnType<typeof createSpeeds>
