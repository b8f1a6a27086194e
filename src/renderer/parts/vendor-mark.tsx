import type { Vendor } from '../../shared/connection'
import { cx } from './class-names'

const letters: Readonly<Record<Vendor, string>> = { merchantops: 'M', retailgrid: 'R' }

/** The vendor's initial in a quiet tile; the name itself always stands beside it or in words for screen readers. */
export const VendorMark = ({ vendor, large = false }: { readonly vendor: Vendor; readonly large?: boolean }) => (
  <span
    aria-hidden="true"
    className={cx(
      'inline-flex shrink-0 items-center justify-center rounded bg-track font-semibold text-soft',
      large ? 'size-8 text-lg' : 'size-4 text-xs leading-none',
    )}
  >
    {letters[vendor]}
  </span>
)
