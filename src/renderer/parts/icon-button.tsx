import { Tooltip } from '@base-ui/react/tooltip'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './class-names'
import { Keys } from './keys'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  /** What it does, for the tooltip and for screen readers. */
  readonly label: string
  readonly keys?: string
  readonly icon: ReactNode
}

export function IconButton({ label, keys, icon, className, ...rest }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        aria-label={label}
        className={cx(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-soft transition-colors duration-100',
          'hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-50',
          className,
        )}
        {...rest}
      >
        {icon}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup className="flex items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-canvas transition-opacity duration-100 data-starting-style:opacity-0 data-ending-style:opacity-0">
            {label}
            {keys && <Keys keys={keys} className="text-canvas/70" />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
