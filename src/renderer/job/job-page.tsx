import { useEffect } from 'react'
import { type JobRef, refKey } from '../../shared/job'
import { JobPosts } from '../post/job-posts'
import { attempt } from '../state/attempt'
import { mirrorStore, useMirror } from '../state/mirror-store'
import type { Shown } from '../state/place'
import { goTo, viewStore } from '../state/view'
import { JobHeader } from './job-header'
import { JobParts } from './job-parts'
import { JobTrouble } from './job-trouble'
import { NotWatched } from './not-watched'

type Props = { readonly jobRef: JobRef; readonly shown?: Shown | null }

export function JobPage({ jobRef, shown = null }: Props) {
  const key = refKey(jobRef)
  const watched = useMirror(mirror => mirror.jobs.get(key))
  useSeenNotices(key)
  useWayBack(key)

  if (watched === undefined)
    return <NotWatched text="It was forgotten, or never added. Its id can be added again at any time." />
  return (
    <div className="flex min-h-0 flex-1 flex-col select-text">
      <JobHeader watched={watched} />
      <JobTrouble watched={watched} />
      <JobPosts jobRef={jobRef} />
      <JobParts key={`${key} ${shown?.list} ${shown?.key}`} watched={watched} jobRef={jobRef} shown={shown} />
    </div>
  )
}

/** Looking at the job is having seen what was told about it. */
function useSeenNotices(key: string): void {
  const unseen = useMirror(mirror =>
    mirror.notices
      .filter(notice => !notice.seen && notice.ref !== null && refKey(notice.ref) === key)
      .map(notice => notice.id)
      .join(' '),
  )
  useEffect(() => {
    if (unseen !== '') void attempt(window.jobtray.markNoticesSeen(unseen.split(' ').map(Number)))
  }, [unseen])
}

/** Escape or Alt+Left goes back to the row one came from. */
function useWayBack(key: string): void {
  useEffect(() => {
    if (mirrorStore.getState().mirror?.jobs.has(key)) viewStore.setState({ selected: key })
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || viewStore.getState().dialog !== null) return
      if (event.key === 'Escape' || (event.key === 'ArrowLeft' && event.altKey)) goTo({ view: 'jobs' })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [key])
}
