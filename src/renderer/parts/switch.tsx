import type { InputHTMLAttributes } from 'react'
import { cx } from './class-names'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role' | 'onChange'> & {
  readonly checked: boolean
  readonly onSwitch: (on: boolean) => void
}

/** A checkbox that takes effect at once, and looks like it. */
export const Switch = ({ checked, onSwitch, className, ...rest }: Props) => (
  <input
    type="checkbox"
    role="switch"
    aria-checked={checked}
    checked={checked}
    onChange={event => onSwitch(event.target.checked)}
    className={cx(
      'relative h-5 w-9 shrink-0 appearance-none rounded-full bg-edge transition-colors duration-100 checked:bg-accent',
      'before:absolute before:top-0.5 before:left-0.5 before:size-4 before:rounded-full before:bg-canvas before:shadow-sm before:transition-transform before:duration-100 checked:before:translate-x-4',
      'disabled:opacity-50 forced-colors:appearance-auto forced-colors:before:hidden',
      className,
    )}
    {...rest}
  />
)
