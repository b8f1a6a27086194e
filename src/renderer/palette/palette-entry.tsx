import { CornerDownLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { shortId } from '../../shared/job'
import { jobTypeName, stateName } from '../../shared/wording'
import { cx } from '../parts/class-names'
import { Keys } from '../parts/keys'
import { ServerText } from '../parts/server-text'
import { StateGlyph } from '../parts/state-glyph'
import type { Entry } from './find'

type Props = {
  readonly id: string
  readonly entry: Entry
  readonly chosen: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

export function PaletteEntry({ id, entry, chosen, onPoint, onChoose }: Props) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // The keyboard is the input's, which names the chosen line: a line takes no focus of its own.
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      onMouseMove={onPoint}
      onClick={onChoose}
      onKeyDown={undefined}
      className={cx(
        'flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5',
        chosen && 'bg-picked forced-colors:outline',
      )}
    >
      {entry.kind === 'command' ? (
        <>
          <CornerDownLeft size="0.875rem" aria-hidden className="mx-0.5 shrink-0 text-faint" />
          <ServerText text={entry.command.label} max={120} className="min-w-0 flex-1 truncate" />
          {entry.command.keys && (
            <Keys keys={entry.command.keys} className="shrink-0 rounded border border-line px-1.5 text-faint" />
          )}
        </>
      ) : (
        <>
          <StateGlyph watched={entry.watched} className="shrink-0" />
          <ServerText
            text={entry.watched.job === null ? 'Job' : jobTypeName(entry.watched.job.jobType)}
            max={80}
            className="max-w-2/5 shrink-0 truncate font-medium"
          />
          <ServerText
            text={shortId(entry.watched.ref.jobId)}
            max={24}
            className="shrink-0 font-mono text-sm text-faint"
          />
          <ServerText text={entry.connection} max={60} className="min-w-0 flex-1 truncate text-sm text-faint" />
          <ServerText
            text={entry.watched.job === null ? 'Not seen yet' : stateName(entry.watched.job)}
            max={40}
            className="shrink-0 truncate text-sm text-soft"
          />
        </>
      )}
    </div>
  )
}
