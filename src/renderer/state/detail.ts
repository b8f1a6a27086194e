import { useEffect, useRef, useState } from 'react'
import { type JobDetail, type JobRef, refKey } from '../../shared/job'
import { sentenceOf } from './attempt'
import { useMirror } from './mirror-store'

export type DetailState = {
  /** Null with no trouble: main has none (yet). */
  readonly detail: JobDetail | null
  readonly loading: boolean
  readonly trouble: string | null
}

const none: DetailState = { detail: null, loading: true, trouble: null }

/** Least time between two reads of one open job, in ms, by a clock that nobody sets (reliability fault 24). */
const between = 1_000

/** Reads the large parts of a job, and again whenever a newer answer came in while its page is open. */
export function useDetail(ref: JobRef): DetailState {
  const { connectionId, jobId } = ref
  const key = refKey(ref)
  const seenAt = useMirror(mirror => mirror.jobs.get(key)?.seenAt ?? null)
  const [kept, keep] = useState<{ readonly key: string; readonly state: DetailState }>({ key, state: none })
  const lastRead = useRef({ of: '', at: Number.NEGATIVE_INFINITY })

  useEffect(() => {
    const wanted = { connectionId, jobId }
    const of = refKey(wanted)
    const read = (): void => {
      lastRead.current = { of, at: performance.now() }
      window.jobtray.readDetail(wanted).then(
        detail => keep({ key: of, state: { detail, loading: false, trouble: null } }),
        error =>
          keep(before => ({
            key: of,
            state: {
              detail: before.key === of ? before.state.detail : null,
              loading: false,
              // What was read before stays in view; `seenAt` tells from when it is.
              trouble: seenAt === null ? null : sentenceOf(error),
            },
          })),
      )
    }
    const wait = lastRead.current.of === of ? lastRead.current.at + between - performance.now() : 0
    const timer = setTimeout(read, Math.max(0, wait))
    return () => clearTimeout(timer)
  }, [connectionId, jobId, seenAt])

  return kept.key === key ? kept.state : none
}
