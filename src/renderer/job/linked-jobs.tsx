import { Plus } from 'lucide-react'
import type { ConnectionId } from '../../shared/connection'
import { familyOf } from '../../shared/family'
import { membersSentence } from '../../shared/family-wording'
import { type JobRef, refKey, shortId } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { jobTypeName } from '../../shared/wording'
import { Button } from '../parts/button'
import { cx } from '../parts/class-names'
import { ServerText } from '../parts/server-text'
import { StateGlyph } from '../parts/state-glyph'
import { sentenceOf } from '../state/attempt'
import type { Mirror } from '../state/mirror'
import { useMirror } from '../state/mirror-store'
import { goTo, showToast } from '../state/view'
import { familyTree, type TreeLine } from './family-tree'

type Drawn = { readonly shape: number; readonly of: WatchedJob['job']; readonly lines: readonly TreeLine[] }
let drawn: Drawn = { shape: -1, of: null, lines: [] }

/** Whoever belongs to a family changes only when the list does; how they are is read by each line. */
function linesOf(watched: WatchedJob, { shape, jobs }: Mirror): readonly TreeLine[] {
  const same = drawn.shape === shape && drawn.of?.links === watched.job?.links
  if (!same) drawn = { shape, of: watched.job, lines: familyTree(watched, jobs) }
  return drawn.lines
}

/** The family as a tree, from the job that began it, and the jobs that are merely named. */
export function LinkedJobs({ watched }: { readonly watched: WatchedJob }) {
  const { job, ref } = watched
  const family = useMirror(({ jobs }) => membersSentence(familyOf(watched, other => jobs.get(refKey(other)))))
  const lines = useMirror(mirror => linesOf(watched, mirror))
  const inTree = new Set(lines.map(line => line.ref.jobId))
  const others = (job?.links ?? []).slice(0, 50).filter(({ jobId }) => !inTree.has(jobId))
  if (lines.length < 2 && others.length === 0) return null
  return (
    <section aria-label="Linked jobs">
      <h2 className="mb-1 text-sm font-semibold">Linked jobs</h2>
      {family !== '' && <p className="mb-1 text-sm text-soft">{family}</p>}
      {watched.heldSince != null && (
        <p className="mb-1 text-sm text-soft">You are told that this one has finished when all of them have.</p>
      )}
      <ul className="flex flex-col gap-0.5">
        {lines.length > 1 &&
          lines.map(line => (
            <li key={line.ref.jobId} aria-current={line.isHere || undefined} className="flex min-w-0">
              {Array.from({ length: Math.min(line.depth, 6) }, (_, level) => level).map(level => (
                <span key={level} aria-hidden className="ml-1.5 w-2.5 shrink-0 border-l border-line" />
              ))}
              <span className={cx('min-w-0 flex-1', line.isHere && 'font-semibold')}>
                <Linked jobId={line.ref.jobId} connectionId={ref.connectionId} />
              </span>
            </li>
          ))}
        {others.map(link => (
          <li key={`${link.via} ${link.jobId}`}>
            <Linked jobId={link.jobId} connectionId={ref.connectionId} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As a list, so that an id with blanks in it stays one. */
async function watch(connectionId: ConnectionId, jobId: string): Promise<void> {
  try {
    const { refused } = await window.jobtray.watchJobs(connectionId, JSON.stringify([jobId]))
    for (const { why } of refused) showToast(why, 'bad')
  } catch (error) {
    showToast(sentenceOf(error), 'bad')
  }
}

function Linked({ jobId, connectionId }: JobRef) {
  const ref = { connectionId, jobId }
  const watched = useMirror(mirror => mirror.jobs.get(refKey(ref)))
  const id = <ServerText text={shortId(jobId)} max={24} className="font-mono text-sm text-faint" />
  if (watched === undefined) {
    return (
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate">{id}</span>
        <Button
          look="quiet"
          icon={<Plus size="0.8125rem" aria-hidden />}
          className="min-h-6 px-1.5 text-sm"
          onClick={() => void watch(connectionId, jobId)}
        >
          Watch
        </Button>
      </div>
    )
  }
  return (
    <button
      type="button"
      onClick={() => goTo({ view: 'job', ref })}
      className="-mx-1.5 flex min-h-7 w-full min-w-0 items-start gap-2 rounded-md px-1.5 py-1 text-left hover:bg-hover"
    >
      <StateGlyph watched={watched} className="mt-0.5" />
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <ServerText text={jobTypeName(watched.job?.jobType ?? null)} max={60} className="min-w-0 break-words" />
        {id}
      </span>
    </button>
  )
}
