import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ExportProgress } from '../../shared/issues'
import type { Saving } from '../state/saving'
import { progressSentence } from '../words/saved-sentence'
import { Button } from './button'
import { cx } from './class-names'

type Props = {
  readonly saving: Saving | null
  readonly onCancel: () => void
  /** Where how far it is stands as a line of its own; what saves stays beside it then. Absent: it takes the place of what saves. */
  readonly line?: string
  /** What saves. */
  readonly children: ReactNode
}

/** What saves; while that takes long, how far it is and what cancels it. The keyboard stays with the one that is there. */
export function SaveOrCancel({ saving, onCancel, line, children }: Props) {
  const progress = saving?.progress ?? null
  const place = useRef<HTMLSpanElement>(null)
  const used = useRef(false)
  const stage = saving === null ? 'none' : progress === null ? 'asked' : 'going'
  useEffect(() => {
    if (stage === 'asked') used.current = true
    else if (used.current && document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>('button:enabled')?.focus()
    if (stage === 'none') used.current = false
  }, [stage])
  const cancel = progress && (
    <Button
      icon={<X size="0.875rem" aria-hidden />}
      className={cx(line !== undefined && 'grow-0!')}
      disabled={saving?.isCancelled}
      onClick={onCancel}
    >
      Cancel{line === undefined ? <span className="@max-3xl/page:sr-only"> saving</span> : ' saving'}
    </Button>
  )
  return (
    <span ref={place} className="contents">
      {progress &&
        (line === undefined ? (
          <HowFar progress={progress} />
        ) : (
          <span className={line}>
            <HowFar progress={progress} bar />
            {cancel}
          </span>
        ))}
      {line === undefined ? (cancel ?? children) : children}
    </span>
  )
}

const HowFar = ({ progress, bar = false }: { readonly progress: ExportProgress; readonly bar?: boolean }) => (
  <span
    role="progressbar"
    aria-label="Saving"
    aria-valuemin={0}
    aria-valuemax={progress.total}
    aria-valuenow={progress.done}
    aria-valuetext={progressSentence(progress)}
    className={cx('text-sm text-soft', bar && 'flex min-w-0 whitespace-nowrap flex-1 items-center gap-3')}
  >
    {progressSentence(progress)}
    {bar && (
      <span className="bar-colours h-1.5 min-w-8 flex-1 overflow-hidden rounded-full bg-track">
        <span
          className="block h-full rounded-full bg-accent transition-[width] duration-200"
          style={{ width: `${progress.total > 0 ? Math.min(100, (100 * progress.done) / progress.total) : 0}%` }}
        />
      </span>
    )}
  </span>
)
