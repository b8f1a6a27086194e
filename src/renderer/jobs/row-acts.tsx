import { cx } from '../parts/class-names'
import { openRowMenu } from './row-menu-state'

type Props = {
  readonly jobKey: string
  /** Whether this row's menu is open. */
  readonly open: boolean
}

/** For the pointer; the keyboard has the letters, and the menu key. It has room of its own, so that it hides nothing. */
export function RowActs({ jobKey, open }: Props) {
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
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4">
        <path d="M3.3 8h.01M8 8h.01M12.7 8h.01" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      </svg>
    </button>
  )
}
