import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'

/** Now in ms, once a second, and only while the window can be seen. */
const clockStore = create<{ readonly now: number }>(() => ({ now: Date.now() }))

/** Draws anew only when what `read` makes of the time differs: give it back as text, not as a number of seconds. */
export const useClock = <T extends string | boolean | null>(read: (now: number) => T): T =>
  clockStore(({ now }) => read(now))

/** The same for several texts at once. */
export const useClockTexts = <T extends Readonly<Record<string, string>>>(read: (now: number) => T): T =>
  clockStore(useShallow(({ now }) => read(now)))

export function runClock(): void {
  let timer: ReturnType<typeof setInterval> | undefined
  const tick = () => clockStore.setState({ now: Date.now() })
  const adjust = () => {
    clearInterval(timer)
    if (document.visibilityState !== 'visible') return
    tick()
    timer = setInterval(tick, 1_000)
  }
  document.addEventListener('visibilitychange', adjust)
  adjust()
}
