import type { ReactNode } from 'react'
import { cx } from '../parts/class-names'
import { Field, inputLook } from '../parts/field'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly error: string | null
  readonly hint?: string
  readonly optional?: boolean
  readonly beside?: ReactNode
  readonly numeric?: boolean
  /** Rows of a longer text; a single line without it. */
  readonly rows?: number
  readonly mono?: boolean
  /** Offered, but anything else can be typed. */
  readonly suggestions?: readonly string[]
  readonly placeholder?: string
}

/** A labelled text of a form, on one line or several. */
export function TextField({ label, value, onChange, error, hint, optional, beside, ...rest }: Props) {
  const { numeric = false, rows, mono = false, suggestions, placeholder } = rest
  const look = cx(inputLook, mono && 'font-mono text-sm')
  return (
    <Field
      label={label}
      error={error}
      {...(hint === undefined ? {} : { hint })}
      {...(optional === undefined ? {} : { optional })}
      beside={beside}
    >
      {wiring =>
        rows === undefined ? (
          <>
            <input
              {...wiring}
              type="text"
              inputMode={numeric ? 'numeric' : 'text'}
              autoComplete="off"
              spellCheck={false}
              placeholder={placeholder}
              value={value}
              list={suggestions === undefined ? undefined : `${wiring.id}-list`}
              onChange={event => onChange(event.target.value)}
              className={look}
            />
            {suggestions !== undefined && (
              <datalist id={`${wiring.id}-list`}>
                {suggestions.map(text => (
                  <option key={text} value={text} />
                ))}
              </datalist>
            )}
          </>
        ) : (
          <textarea
            {...wiring}
            rows={rows}
            spellCheck={false}
            placeholder={placeholder}
            value={value}
            onChange={event => onChange(event.target.value)}
            className={cx(look, 'max-h-80 resize-y py-1.5')}
          />
        )
      }
    </Field>
  )
}
