import type { ItemPlace } from '../../shared/issues'
import { refKey, shortId } from '../../shared/job'
import { jobTypeName, stateName } from '../../shared/wording'
import { Ago } from '../parts/moment'
import { ServerText } from '../parts/server-text'
import { Glyph, type GlyphName, StateGlyph } from '../parts/state-glyph'
import { useMirror } from '../state/mirror-store'
import { goTo } from '../state/view'
import { foundAs } from '../words/found-as'

const glyphs = { errors: 'failed', warnings: 'warned', referenceKeys: 'listed' } as const satisfies Record<
  ItemPlace['list'],
  GlyphName
>

/** One place: what became of the item there, and the job with its state. */
export function ItemRow({ place }: { readonly place: ItemPlace }) {
  const { ref, list, key, entityType, issue } = place
  const watched = useMirror(mirror => mirror.jobs.get(refKey(ref)))
  const connection = useMirror(mirror => mirror.connections.get(ref.connectionId)?.name ?? '')
  if (watched === undefined) return null
  const when = issue?.timestamp ?? watched.job?.startedAt ?? null
  return (
    <button
      type="button"
      onClick={() => goTo({ view: 'job', ref, shown: { list, key } })}
      className="grid min-h-13 w-full grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 border-b border-line px-5 py-2 text-left outline-offset-[-2px] hover:bg-hover"
    >
      <Glyph name={glyphs[list]} size="size-3.5" className="mt-0.5" />
      <span className="min-w-0">
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{foundAs[list]}</span>
          <ServerText text={key} max={120} className="max-w-full truncate font-mono text-sm" />
          <ServerText text={entityType} max={40} className="max-w-full truncate text-sm text-faint" />
          {issue !== null && (
            <ServerText text={issue.errorType} max={60} className="max-w-full truncate text-sm text-faint" />
          )}
        </span>
        {issue !== null && (
          <ServerText text={issue.message.replace(/\s+/g, ' ')} max={300} className="block truncate text-soft" />
        )}
        <span className="mt-0.5 flex min-w-0 flex-wrap items-center gap-x-1.5 text-sm text-soft">
          <StateGlyph watched={watched} size="size-3.5" />
          <ServerText text={jobTypeName(watched.job?.jobType ?? null)} max={60} className="max-w-full truncate" />
          <ServerText text={shortId(ref.jobId)} max={24} className="shrink-0 font-mono text-faint" />
          {watched.job && <span className="shrink-0 text-faint">{stateName(watched.job)}</span>}
          <ServerText text={connection} max={60} className="truncate text-faint @max-lg/page:hidden" />
        </span>
      </span>
      {when !== null && <Ago iso={when.slice(0, 60)} className="pt-px text-sm whitespace-nowrap text-faint" />}
    </button>
  )
}
