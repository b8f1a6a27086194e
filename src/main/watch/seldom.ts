import type { Clock } from './clock'

/** Does it at once, and then at most every so many ms, however often it is asked: the last wish is never lost. */
export function seldom(everyMs: number, clock: Pick<Clock, 'monotonic' | 'after'>, act: () => void): () => void {
  let doneAt = Number.NEGATIVE_INFINITY
  let planned = false
  const now = () => {
    planned = false
    doneAt = clock.monotonic()
    act()
  }
  return () => {
    if (planned) return
    const wait = doneAt + everyMs - clock.monotonic()
    if (wait <= 0) return now()
    planned = true
    clock.after(wait, now)
  }
}
