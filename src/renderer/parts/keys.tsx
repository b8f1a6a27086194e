import { cx } from './class-names'

/** A keyboard shortcut, shown where the act is. */
export const Keys = ({ keys, className }: { readonly keys: string; readonly className?: string }) => (
  <kbd className={cx('font-sans text-xs', className)}>{keys}</kbd>
)
