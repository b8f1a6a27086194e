import { assertNever } from '../../shared/fault'
import { type JobRef, refKey } from '../../shared/job'
import type { PostId } from '../../shared/outbox'
import type { WatchedJob } from '../../shared/snapshot'
import { NotWatched } from '../job/not-watched'
import { useMirror } from '../state/mirror-store'
import type { DeskMode } from '../state/place'
import { goTo } from '../state/view'
import { DeskHeader } from './desk-header'
import { ManyPage } from './many/many-page'
import { ReportForm } from './report/report-form'
import { useWayBack } from './use-way-back'
import { WorkerPanel } from './worker/worker-panel'
import { WritesOff } from './writes-off'

type Props = { readonly jobRef: JobRef; readonly mode: DeskMode; readonly postId: PostId | null }

/** Where a person acts as the worker of one job. */
export function DeskPage({ jobRef, mode, postId }: Props) {
  const watched = useMirror(mirror => mirror.jobs.get(refKey(jobRef)))
  useWayBack(() => goTo({ view: 'job', ref: jobRef }))
  if (watched === undefined)
    return <NotWatched text="Watch it again by its id, so that you can see what a report changes." />
  return (
    <>
      <DeskHeader watched={watched} mode={mode} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <WritesOff connectionId={jobRef.connectionId}>
          <Mode watched={watched} mode={mode} postId={postId} />
        </WritesOff>
      </div>
    </>
  )
}

function Mode({ watched, mode, postId }: Omit<Props, 'jobRef'> & { readonly watched: WatchedJob }) {
  switch (mode) {
    case 'report':
      return <ReportForm watched={watched} postId={postId} />
    case 'worker':
      return <WorkerPanel watched={watched} />
    case 'many':
      return <ManyPage watched={watched} />
    default:
      return assertNever(mode)
  }
}
