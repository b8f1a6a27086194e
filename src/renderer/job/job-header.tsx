import { ArrowLeft, Pause, PencilLine, RefreshCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { capabilities } from '../../shared/connection'
import type { WatchedJob } from '../../shared/snapshot'
import { isPaused } from '../jobs/is-paused'
import { RowMarks } from '../jobs/row-marks'
import { Button } from '../parts/button'
import { CopyButton } from '../parts/copy-button'
import { IconButton } from '../parts/icon-button'
import { ServerText } from '../parts/server-text'
import { StateGlyph } from '../parts/state-glyph'
import { forget } from '../state/forget'
import { lookNow } from '../state/look-now'
import { useMirror } from '../state/mirror-store'
import { goTo } from '../state/view'
import { jobSentence } from '../words/job-sentence'
import { shownPercent } from '../words/shown-percent'
import { HeadFigures } from './head-figures'
import { useTimeLeft } from './use-time-left'

/** The outcome as a sentence, and what can be done. */
export function JobHeader({ watched }: { readonly watched: WatchedJob }) {
  const { job, ref } = watched
  const connection = useMirror(mirror => mirror.connections.get(ref.connectionId)?.name ?? '')
  const paused = useMirror(mirror => isPaused(mirror, ref.connectionId))
  const all = useMirror(mirror => mirror.settings.paused)
  const left = useTimeLeft(watched)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const percent = job?.phase === 'running' ? shownPercent(job) : null
  return (
    <header className="flex shrink-0 flex-wrap items-start gap-x-3 gap-y-2 border-b border-line px-5 py-3 @max-lg/page:px-3">
      <IconButton
        label="Back to the jobs"
        keys="Esc"
        icon={<ArrowLeft size="1rem" aria-hidden />}
        className="-ml-1.5"
        onClick={() => goTo({ view: 'jobs' })}
      />
      <StateGlyph watched={watched} size="size-5" className="mt-1" />
      <div className="min-w-0 flex-1 basis-60">
        <h1 ref={title} tabIndex={-1} className="line-clamp-3 text-xl leading-7 font-semibold break-words outline-none">
          <ServerText text={jobSentence(watched)} max={160} />{' '}
          <HeadFigures percent={percent} estimated={job?.percent.source === 'estimated'} left={left} />
        </h1>
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 text-soft">
          <span className="flex min-w-0 items-center gap-1">
            <ServerText text={ref.jobId} max={256} className="font-mono text-sm break-all" />
            <CopyButton text={ref.jobId} label="Copy the id" />
          </span>
          <ServerText text={connection} max={80} className="truncate text-sm" />
          {paused && (
            <span className="flex items-center gap-1 text-sm text-warn">
              <Pause size="0.8125rem" aria-hidden />
              {all ? 'watching paused' : 'connection paused'}
            </span>
          )}
          <span className="flex gap-1.5">
            <RowMarks watched={watched} />
          </span>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          data-tip="Look now"
          data-tip-keys="L"
          icon={<RefreshCw size="0.875rem" aria-hidden />}
          onClick={() => lookNow([ref])}
        >
          <span className="@max-4xl/page:sr-only">Look now</span>
        </Button>
        {capabilities[watched.vendor].postProgress && (
          <Button
            data-tip="Report progress"
            data-tip-keys="R"
            icon={<PencilLine size="0.875rem" aria-hidden />}
            onClick={() => goTo({ view: 'desk', mode: 'report', ref, postId: null })}
          >
            Report progress…
          </Button>
        )}
        <Button
          data-tip="Stop watching; it can be taken back"
          data-tip-keys="Del"
          onClick={() => {
            goTo({ view: 'jobs' })
            void forget([ref])
          }}
        >
          Stop watching
        </Button>
      </div>
    </header>
  )
}
