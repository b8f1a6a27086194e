import { GitFork } from 'lucide-react'
import { familyOf } from '../../shared/family'
import { familyMark } from '../../shared/family-wording'
import { refKey } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { useMirror } from '../state/mirror-store'
import { cx } from './class-names'

const tints = { failed: 'text-bad', partial: 'text-part', warned: 'text-warn' } as const

/** How the jobs are that this one has set off, when there is something to say: `1 of 2 linked jobs failed`. */
export function FamilyMark({ watched }: { readonly watched: WatchedJob }) {
  // Two plain values, so that a row is drawn anew only when they change.
  const text = useMirror(({ jobs }) => markOf(watched, jobs)?.text ?? null)
  const outcome = useMirror(({ jobs }) => markOf(watched, jobs)?.outcome ?? null)
  // While the job itself runs, that others run too is nothing new.
  if (text === null || (outcome === null && watched.job?.phase !== 'ended')) return null
  const tint = outcome === 'failed' || outcome === 'partial' || outcome === 'warned' ? tints[outcome] : 'text-faint'
  return (
    <span className={cx('mr-2 inline-flex h-4.5 items-center gap-1 align-bottom whitespace-nowrap', tint)}>
      <GitFork size="0.75rem" aria-hidden />
      {text}
    </span>
  )
}

const markOf = (watched: WatchedJob, jobs: ReadonlyMap<string, WatchedJob>) =>
  watched.job === null || watched.job.links.length === 0
    ? null
    : familyMark(familyOf(watched, ref => jobs.get(refKey(ref))))
