import { Ellipsis } from 'lucide-react'
import { cx } from '../parts/class-names'
import { openRowMenu, rowMenuStore } from './row-menu-state'

/** For the pointer; the keyboard has the letters, and the menu key. It has room of its own, so that it hides nothing. */
export function RowActs({ jobKey }: { readonly jobKey: string }) {
  const open = rowMenuStore(state => state.key === jobKey)
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label="Acts"
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={event => openRowMenu(jobKey, event.currentTarget)}
      className={cx(
        'absolute top-1.5 right-1 flex size-6 items-center justify-center rounded-md text-soft hover:bg-track hover:text-ink @xl/page:top-1/2 @xl/page:-translate-y-1/2',
        !open && 'opacity-0 group-hover/row:opacity-100',
      )}
    >
      <Ellipsis size="1rem" aria-hidden />
    </button>
  )
}
