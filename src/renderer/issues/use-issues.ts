import { useCallback, useEffect, useRef, useState } from 'react'
import type { FoundIssue, IssueFilter, IssueListName, IssueOverview } from '../../shared/issues'
import { type JobRef, refKey } from '../../shared/job'
import { sentenceOf } from '../state/attempt'
import { useMirror } from '../state/mirror-store'

/** Entries asked for at once. */
const stride = 100
/** Least time between two reads of an open list, in ms, by a clock that nobody sets. */
const between = 1_000

type Loaded = {
  readonly token: string
  readonly total: number
  readonly chunks: ReadonlyMap<number, readonly FoundIssue[]>
}

export type Issues = {
  /** Null until the first answer. */
  readonly overview: IssueOverview | null
  /** How many the filter lets through; null until known. */
  readonly total: number | null
  readonly at: (index: number) => FoundIssue | undefined
  /** What is in view now, both ends counted. */
  readonly want: (first: number, last: number) => void
  readonly trouble: string | null
}

/** A long list of which only what is looked at is read; read anew whenever the job's list has changed. */
export function useIssues(ref: JobRef, list: IssueListName, filter: IssueFilter): Issues {
  const { connectionId, jobId } = ref
  const seenAt = useMirror(mirror => mirror.jobs.get(refKey(ref))?.seenAt ?? null)
  const [overview, setOverview] = useState<IssueOverview | null>(null)
  const [loaded, load] = useState<Loaded | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { search, fresh } = filter
  const asked = JSON.stringify(filter)
  const lastRead = useRef({ of: '', at: Number.NEGATIVE_INFINITY })

  useEffect(() => {
    let live = true
    const of = `${jobId} ${search} ${fresh}`
    const wait = lastRead.current.of === of ? lastRead.current.at + between - performance.now() : 0
    const timer = setTimeout(
      () => {
        lastRead.current = { of, at: performance.now() }
        window.jobtray.readIssues({ connectionId, jobId }, list, { search, kind: null, fresh }).then(
          answer => live && setOverview(answer),
          // What was read before stays in view; `seenAt` tells from when it is.
          error => live && setTrouble(seenAt === null ? null : sentenceOf(error)),
        )
      },
      Math.max(0, wait),
    )
    return () => {
      live = false
      clearTimeout(timer)
    }
  }, [connectionId, jobId, list, search, fresh, seenAt])

  const version = overview?.version ?? null
  const token = `${asked} ${version}`
  const present = useRef(token)
  const flying = useRef(new Set<string>())
  useEffect(() => {
    present.current = token
  }, [token])

  const want = useCallback(
    (first: number, last: number) => {
      if (version === null) return
      const chunks = loaded?.token === token ? loaded.chunks : null
      for (
        let chunk = Math.floor(Math.max(0, first) / stride);
        chunk <= Math.floor(Math.max(0, last) / stride);
        chunk += 1
      ) {
        const flight = `${token} ${chunk}`
        if (chunks?.has(chunk) || flying.current.has(flight)) continue
        flying.current.add(flight)
        window.jobtray
          .readIssuePage({ connectionId, jobId }, list, JSON.parse(asked), chunk * stride, stride)
          .then(
            ({ total, entries }) => {
              if (present.current !== token) return
              // What was shown before stays in view until something of the new list is there.
              load(before => ({
                token,
                total,
                chunks: new Map([...(before?.token === token ? before.chunks : []), [chunk, entries]]),
              }))
            },
            error => setTrouble(sentenceOf(error)),
          )
          .finally(() => flying.current.delete(flight))
      }
    },
    [connectionId, jobId, list, asked, token, version, loaded],
  )
  // With nothing to show there are no rows to ask for anything: what another filter finds is asked for here.
  const stuck = loaded?.total === 0 && loaded.token !== token
  useEffect(() => {
    if (stuck) want(0, 0)
  }, [stuck, want])
  const at = useCallback((index: number) => loaded?.chunks.get(Math.floor(index / stride))?.[index % stride], [loaded])
  return { overview, total: loaded?.total ?? null, at, want, trouble }
}
