import { useEffect, useState } from 'react'
import { type JobRef, refKey } from '../../../shared/job'
import type { Timeline } from '../../../shared/timeline'
import { attempt } from '../../state/attempt'
import { useMirror } from '../../state/mirror-store'

/** The way the job went so far, read again with each new answer; null until it is there. */
export function useTimeline({ connectionId, jobId }: JobRef): Timeline | null {
  const key = refKey({ connectionId, jobId })
  const seenAt = useMirror(mirror => mirror.jobs.get(key)?.seenAt ?? null)
  const [kept, keep] = useState<{ readonly key: string; readonly timeline: Timeline } | null>(null)
  useEffect(() => {
    if (seenAt === null) return
    let live = true
    const read = window.jobtray.readTimeline({ connectionId, jobId })
    void attempt(read.then(timeline => live && keep({ key: refKey({ connectionId, jobId }), timeline })))
    return () => {
      live = false
    }
  }, [connectionId, jobId, seenAt])
  return kept?.key === key ? kept.timeline : null
}
