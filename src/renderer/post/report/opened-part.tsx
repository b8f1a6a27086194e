import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from '../../parts/icon-button'

type Props = {
  readonly name: string
  /** Nothing is filled in, so nothing of it is sent. */
  readonly blank: boolean
  /** Just opened by a person: the keyboard goes into it, for the button that opened it is gone. */
  readonly byHand: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A part that a report seldom has, with the way to leave it out again. */
export function OpenedPart({ name, blank, byHand, onClose, children }: Props) {
  const part = useRef<HTMLFieldSetElement>(null)
  const atOpening = useRef(byHand)
  const id = useId()
  useEffect(() => {
    if (atOpening.current) part.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  return (
    <fieldset
      ref={part}
      aria-describedby={blank ? id : undefined}
      className="relative min-w-0 rounded-lg px-3.5 pt-2 pb-3.5 inset-ring inset-ring-line forced-colors:border"
    >
      <div className="mb-1 flex items-center justify-between gap-3">
        <legend className="float-left font-semibold">{name}</legend>
        <span className="flex items-center gap-2">
          {blank && (
            <span id={id} className="text-sm text-warn">
              Blank: not in the report
            </span>
          )}
          <IconButton
            label={`Leave out the ${name.toLowerCase()}`}
            icon={<X size="0.875rem" aria-hidden />}
            className="-mr-1.5 size-6"
            onClick={onClose}
          />
        </span>
      </div>
      {children}
    </fieldset>
  )
}
