import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './class-names'
import { spokenKeys } from './spoken-keys'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  /** What it does, for the tooltip and for screen readers. */
  readonly label: string
  readonly keys?: string
  readonly icon: ReactNode
}

/** `Tip` shows what it says. */
export const IconButton = ({ label, keys, icon, className, ...rest }: Props) => (
  <button
    type="button"
    aria-label={label}
    data-tip={label}
    data-tip-keys={keys}
    aria-keyshortcuts={spokenKeys(keys)}
    className={cx(
      'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-soft transition-colors duration-100',
      'hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-50',
      className,
    )}
    {...rest}
  >
    {icon}
  </button>
)
