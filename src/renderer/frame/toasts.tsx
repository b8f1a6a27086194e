import { OctagonAlert, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { cx } from '../parts/class-names'
import { Keys } from '../parts/keys'
import { dropToast, type Toast, viewStore } from '../state/view'

/** How long a toast stays, in ms; longer where there is something to do, and for as long as it is pointed at. */
const stay = (toast: Toast): number => (toast.act ? 10_000 : toast.tone === 'bad' ? 9_000 : 4_000)

export function Toasts() {
  const toasts = viewStore(state => state.toasts)
  return (
    <div
      role="status"
      aria-live="polite"
      // In a place of their own below the page, which makes room: what lies over a row hides what it says.
      className={cx(
        'relative z-50 flex shrink-0 flex-col items-center gap-1.5',
        toasts.length > 0 && 'border-t border-line bg-side px-3 py-2',
      )}
    >
      {toasts.map(toast => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function OneToast({ toast }: { readonly toast: Toast }) {
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    // As long as it is pointed at or has the keyboard, it stays.
    const leave = () => {
      if (shown.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, 1_500)
      else dropToast(toast.id)
    }
    timer = setTimeout(leave, stay(toast))
    return () => clearTimeout(timer)
  }, [toast])
  const { act } = toast
  return (
    <div
      ref={shown}
      className={cx(
        'flex max-w-full items-center gap-1 [@media(max-height:30rem)]:not-last:hidden rounded-lg bg-ink py-1.5 pr-1.5 pl-3.5 text-canvas shadow-pop',
        'transition-[opacity,translate] duration-150 starting:translate-y-2 starting:opacity-0 forced-colors:border',
      )}
    >
      <span className="min-w-0 flex-1 break-words">
        {toast.tone === 'bad' && (
          <OctagonAlert size="0.9375rem" aria-label="Failed" className="mr-2 inline align-[-0.1875rem]" />
        )}
        {toast.text}
      </span>
      {act && (
        <button
          type="button"
          className="ml-2 flex min-h-7 items-center gap-2 rounded-md px-2 font-semibold hover:bg-canvas/15 focus-visible:outline-canvas"
          onClick={() => {
            act.run()
            dropToast(toast.id)
          }}
        >
          {act.label}
          {act.label === 'Undo' && <Keys keys="Ctrl Z" className="text-canvas/70" />}
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        className="flex size-7 items-center justify-center rounded-md text-canvas/75 hover:bg-canvas/15 focus-visible:outline-canvas"
        onClick={() => dropToast(toast.id)}
      >
        <X size="0.875rem" aria-hidden />
      </button>
    </div>
  )
}
