import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { WatchedJob } from '../../shared/snapshot'
import { jobTypeName } from '../../shared/wording'
import { IconButton } from '../parts/icon-button'
import { Segments } from '../parts/segments'
import { ServerText } from '../parts/server-text'
import { StateGlyph } from '../parts/state-glyph'
import { useMirror } from '../state/mirror-store'
import type { DeskMode } from '../state/place'
import { goTo } from '../state/view'

const modes = [
  { value: 'report', label: 'One report' },
  { value: 'worker', label: 'Worker mode' },
  { value: 'many', label: 'Many errors' },
] as const satisfies readonly { readonly value: DeskMode; readonly label: string }[]

export function DeskHeader({ watched, mode }: { readonly watched: WatchedJob; readonly mode: DeskMode }) {
  const { ref, job } = watched
  const connection = useMirror(mirror => mirror.connections.get(ref.connectionId)?.name ?? '')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 py-2.5">
      <IconButton
        label="Back to the job"
        keys="Esc"
        icon={<ArrowLeft size="1rem" aria-hidden />}
        className="-ml-1.5"
        onClick={() => goTo({ view: 'job', ref })}
      />
      <div className="min-w-0 flex-1 basis-56">
        <h1 ref={title} tabIndex={-1} className="truncate text-lg font-semibold outline-none">
          Report progress
        </h1>
        <p className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-sm text-soft">
          <StateGlyph watched={watched} size="size-3.5" />
          <ServerText text={jobTypeName(job?.jobType ?? null)} max={60} className="max-w-full truncate" />
          <ServerText text={ref.jobId} max={256} className="font-mono break-all select-text" />
          <ServerText text={connection} max={60} className="max-w-full truncate text-faint" />
        </p>
      </div>
      <Segments<DeskMode>
        label="How to report"
        value={mode}
        options={modes}
        onChange={value => goTo({ view: 'desk', mode: value, ref, postId: null })}
      />
    </header>
  )
}
