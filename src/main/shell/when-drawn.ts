/** A first picture may take so long, ms. Where the graphics fail there is none, and a window that nobody sees helps nobody. */
export const latestMs = 5_000

/** As much of a window as is used, so that a test can hand in its own. */
type Opening = {
  once(event: 'ready-to-show', heard: () => void): unknown
  once(event: 'closed', heard: () => void): unknown
}

/** Calls `show` once: when the window's first picture is there, or when it is late; never for one that has closed. */
export function whenDrawn(
  window: Opening,
  show: () => void,
  after: (run: () => void, ms: number) => () => void = timer,
): void {
  let over = false
  const end = (run: () => void) => () => {
    if (over) return
    over = true
    cancel()
    run()
  }
  const cancel = after(end(show), latestMs)
  window.once('ready-to-show', end(show))
  window.once(
    'closed',
    end(() => undefined),
  )
}

const timer = (run: () => void, ms: number) => {
  const handle = setTimeout(run, ms)
  return () => clearTimeout(handle)
}
