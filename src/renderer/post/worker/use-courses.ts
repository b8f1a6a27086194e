import { useEffect, useState } from 'react'
import { type JobRef, sameRef } from '../../../shared/job'
import type { WatchedJob } from '../../../shared/snapshot'
import type { Timeline } from '../../../shared/timeline'
import { mirrorStore } from '../../state/mirror-store'
import type { Course } from '../forms/stages'

/** Jobs of the same type whose way is read: enough to tell the usual from the odd. */
const mostJobs = 12

export const courseOf = ({ stages }: Pick<Timeline, 'stages'>): Course =>
  stages.flatMap(({ stage }) => stage ?? []).filter((stage, index, all) => stage !== '' && stage !== all[index - 1])

/** The job itself, then those of its connection and type, the last seen first. */
export function alikeTo(ref: JobRef, jobType: string | null, jobs: Iterable<WatchedJob>): readonly JobRef[] {
  if (jobType === null) return [ref]
  const others = [...jobs].filter(
    other => other.ref.connectionId === ref.connectionId && other.job?.jobType === jobType && !sameRef(other.ref, ref),
  )
  const lastFirst = others.toSorted((a, b) => (b.seenAt ?? '').localeCompare(a.seenAt ?? ''))
  return [ref, ...lastFirst.slice(0, mostJobs).map(other => other.ref)]
}

/** Which stages the job and its like went through, as far as we saw; none before they are read, or where none can be. */
export function useCourses({ connectionId, jobId }: JobRef, jobType: string | null): readonly Course[] {
  const [courses, keep] = useState<readonly Course[]>([])
  useEffect(() => {
    let live = true
    const jobs = mirrorStore.getState().mirror?.jobs.values() ?? []
    const reads = alikeTo({ connectionId, jobId }, jobType, jobs).map(ref => window.jobtray.readTimeline(ref))
    void Promise.allSettled(reads).then(
      read => live && keep(read.flatMap(result => (result.status === 'fulfilled' ? [courseOf(result.value)] : []))),
    )
    return () => {
      live = false
    }
  }, [connectionId, jobId, jobType])
  return courses
}
