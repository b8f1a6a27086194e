import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Keys } from './keys'

/** Ms that a button is pointed at before it is told what it does. */
const after = 500
/** Between the button and the bubble, and between the bubble and the window's edge, px. */
const gap = 6

type Shown = { readonly of: HTMLElement; readonly label: string; readonly keys: string | undefined }

/**
 * One bubble for all buttons that are only an icon. It repeats their names for the eye, so screen readers are spared it.
 */
export function Tip() {
  const [shown, show] = useState<Shown | null>(null)
  const bubble = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let pointedAt: HTMLElement | null = null
    const point = (at: HTMLElement | null) => {
      if (at === pointedAt) return
      pointedAt = at
      clearTimeout(timer)
      show(null)
      const label = at?.dataset.tip
      if (at !== null && label !== undefined)
        timer = setTimeout(() => show({ of: at, label, keys: at.dataset.tipKeys }), after)
    }
    const over = ({ target }: Event) =>
      point(target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null)
    const focus = (event: FocusEvent) =>
      event.target instanceof Element && event.target.matches(':focus-visible') ? over(event) : point(null)
    const away = () => point(null)
    /** What is pressed is known; it is told again when it is pointed at anew. */
    const hide = () => {
      clearTimeout(timer)
      show(null)
    }
    const options = { capture: true, passive: true } as const
    document.addEventListener('pointerover', over, options)
    document.addEventListener('focusin', focus, options)
    document.addEventListener('focusout', away, options)
    document.documentElement.addEventListener('pointerleave', away, options)
    for (const name of ['pointerdown', 'keydown', 'scroll']) document.addEventListener(name, hide, options)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', over, options)
      document.removeEventListener('focusin', focus, options)
      document.removeEventListener('focusout', away, options)
      document.documentElement.removeEventListener('pointerleave', away, options)
      for (const name of ['pointerdown', 'keydown', 'scroll']) document.removeEventListener(name, hide, options)
    }
  }, [])
  useLayoutEffect(() => {
    const { current } = bubble
    if (current === null || shown === null) return
    if (!shown.of.isConnected) return show(null)
    // Above every dialog.
    current.showPopover()
    const at = shown.of.getBoundingClientRect()
    const { width, height } = current.getBoundingClientRect()
    const under = at.bottom + gap
    const left = at.left + at.width / 2 - width / 2
    current.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`
    current.style.top = `${under + height + gap > window.innerHeight ? at.top - gap - height : under}px`
  }, [shown])
  if (shown === null) return null
  return (
    <div
      ref={bubble}
      popover="manual"
      aria-hidden
      className="pointer-events-none fixed inset-auto m-0 items-center gap-2 rounded-md border-0 bg-ink px-2 py-1 text-sm text-canvas open:flex forced-colors:border"
    >
      {shown.label}
      {shown.keys && <Keys keys={shown.keys} className="text-canvas/70" />}
    </div>
  )
}
