import { CloudOff } from 'lucide-react'
import { useEffect } from 'react'
import { type JobRef, refKey } from '../../shared/job'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { JobPosts } from '../post/job-posts'
import { attempt } from '../state/attempt'
import { useDetail } from '../state/detail'
import { mirrorStore, useMirror } from '../state/mirror-store'
import { goTo, viewStore } from '../state/view'
import { Course } from './course/course'
import { JobCounts } from './job-counts'
import { JobFacts } from './job-facts'
import { JobHeader } from './job-header'
import { JobParts } from './job-parts'
import { JobReason } from './job-reason'
import { JobTrouble } from './job-trouble'

export function JobPage({ jobRef }: { readonly jobRef: JobRef }) {
  const key = refKey(jobRef)
  const watched = useMirror(mirror => mirror.jobs.get(key))
  const detail = useDetail(jobRef)
  useSeenNotices(key)
  useWayBack(key)

  if (watched === undefined) {
    return (
      <Empty
        icon={<CloudOff size="1.75rem" strokeWidth={1.5} aria-hidden />}
        title="This job is not watched"
        text="It was forgotten, or never added. Its id can be added again at any time."
      >
        <Button onClick={() => goTo({ view: 'jobs' })}>Back to the jobs</Button>
      </Empty>
    )
  }
  return (
    <>
      <JobHeader watched={watched} />
      <JobTrouble watched={watched} />
      <JobPosts jobRef={jobRef} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-6 px-5 py-5 @2xl/page:grid-cols-[minmax(0,1fr)_14.5rem] @5xl/page:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="flex min-w-0 flex-col gap-5">
            {watched.job && <JobCounts job={watched.job} />}
            {watched.job && <Course jobRef={jobRef} />}
            {watched.job && <JobReason job={watched.job} />}
          </div>
          <aside
            aria-label="Facts"
            className="min-w-0 @2xl/page:row-span-2 @2xl/page:border-l @2xl/page:border-line @2xl/page:pl-6"
          >
            <JobFacts watched={watched} />
          </aside>
          <div className="min-w-0">{watched.job && <JobParts job={watched.job} state={detail} jobRef={jobRef} />}</div>
        </div>
      </div>
    </>
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
