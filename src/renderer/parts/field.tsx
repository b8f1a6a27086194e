import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'

/** Without height and padding, which differ by place. */
export const inputSkin =
  'w-full rounded-md bg-canvas text-base text-ink inset-ring inset-ring-edge select-text ' +
  'focus-visible:outline-offset-0 aria-invalid:inset-ring-bad forced-colors:border'

export const inputLook = `${inputSkin} min-h-8 px-2.5 py-1`

type Wiring = { readonly id: string; readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined }

type Props = {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly optional?: boolean
  /** Stands at the end of the label's line, such as what the server last said. */
  readonly beside?: ReactNode
  /** Draws the control with what ties it to its label, hint and error. */
  readonly children: (wiring: Wiring) => ReactNode
}

export function Field({ label, hint, error = null, optional = false, beside, children }: Props) {
  const id = useId()
  const said = error !== null || hint !== undefined
  return (
    <div className="flex flex-col gap-1">
      <div className="flex min-w-0 items-baseline justify-between gap-3">
        <label htmlFor={id} className="shrink-0 text-sm font-medium">
          {label}
          {optional && <span className="font-normal text-faint"> (optional)</span>}
        </label>
        {beside}
      </div>
      {children({ id, 'aria-invalid': error !== null, 'aria-describedby': said ? `${id}-said` : undefined })}
      {error !== null ? (
        <p id={`${id}-said`} role="alert" className="flex items-start gap-1.5 text-sm text-bad">
          <CircleAlert size="0.875rem" aria-hidden className="mt-0.5 shrink-0" />
          <span>{error}</span>
        </p>
      ) : (
        hint && (
          <p id={`${id}-said`} className="text-sm text-faint">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
