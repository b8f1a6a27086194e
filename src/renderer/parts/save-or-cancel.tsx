import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Saving } from '../state/saving'
import { progressSentence } from '../words/saved-sentence'
import { Button } from './button'
import { cx } from './class-names'

type Props = {
  readonly saving: Saving | null
  readonly onCancel: () => void
  /** Where the words of how far it is stand. */
  readonly className?: string
  /** What saves. */
  readonly children: ReactNode
}

/** What saves; while that takes long, how far it is and what cancels it. The keyboard stays with the one that is there. */
export function SaveOrCancel({ saving, onCancel, className, children }: Props) {
  const progress = saving?.progress ?? null
  const place = useRef<HTMLSpanElement>(null)
  const used = useRef(false)
  const stage = saving === null ? 'none' : progress === null ? 'asked' : 'going'
  useEffect(() => {
    if (stage === 'asked') used.current = true
    else if (used.current && document.activeElement === document.body) place.current?.querySelector('button')?.focus()
    if (stage === 'none') used.current = false
  }, [stage])
  return (
    <>
      {progress && (
        <span
          role="progressbar"
          aria-label="Saving"
          aria-valuemin={0}
          aria-valuemax={progress.total}
          aria-valuenow={progress.done}
          aria-valuetext={progressSentence(progress)}
          className={cx('text-sm text-soft', className)}
        >
          {progressSentence(progress)}
        </span>
      )}
      <span ref={place} className="contents">
        {progress ? (
          <Button icon={<X size="0.875rem" aria-hidden />} disabled={saving?.isCancelled} onClick={onCancel}>
            Cancel<span className="@max-3xl/page:sr-only"> saving</span>
          </Button>
        ) : (
          children
        )}
      </span>
    </>
  )
}
