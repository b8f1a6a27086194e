import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { cx } from './class-names'
import { spokenKeys } from './spoken-keys'

type Look = 'primary' | 'plain' | 'quiet' | 'danger'

const looks: Readonly<Record<Look, string>> = {
  primary: 'bg-accent text-on-accent font-medium hover:bg-accent-strong',
  plain: 'bg-raised text-ink inset-ring inset-ring-edge hover:bg-hover',
  quiet: 'text-soft hover:bg-hover hover:text-ink',
  danger: 'bg-bad text-canvas font-medium hover:opacity-90',
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: Look
  readonly icon?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
  /** What `Tip` says of it, and its key. */
  readonly 'data-tip'?: string
  readonly 'data-tip-keys'?: string
}

export function Button({ look = 'plain', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      aria-keyshortcuts={spokenKeys(rest['data-tip-keys'])}
      className={cx(
        'inline-flex min-h-7 shrink-0 items-center justify-center gap-1.5 rounded-md px-2.5 text-base whitespace-nowrap',
        'transition-colors duration-100 disabled:opacity-55 disabled:pointer-events-none forced-colors:border',
        looks[look],
        className,
      )}
      {...rest}
    >
      {icon}
      {children}
    </button>
  )
}
