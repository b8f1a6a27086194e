import { ChevronDown } from 'lucide-react'
import type { SelectHTMLAttributes } from 'react'
import { cx } from './class-names'
import { inputSkin } from './field'

/** The system's own select: it needs no style element of its own, which the page's policy would refuse. */
export const Choice = ({ className, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) => (
  <span className={cx('relative inline-flex', className)}>
    <select className={cx(inputSkin, 'min-h-8 appearance-none py-1 pr-7 pl-2.5')} {...rest}>
      {children}
    </select>
    <ChevronDown
      size="0.875rem"
      aria-hidden
      className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-soft"
    />
  </span>
)
