import type { FilingTable } from '../journal/filing'
import type { Clock } from '../watch/clock'

export type FilerPorts = {
  readonly filing: Pick<FilingTable, 'fileSome'>
  readonly clock: Pick<Clock, 'after' | 'monotonic'>
  readonly trouble: (where: string, error: unknown) => void
}

/** Ms until pages that were written are filed; the watcher writes in bursts. */
const soon = 500
/** Ms of work, pages at most, and then ms for everyone else. */
const turn = 5
const mostInATurn = 50
const between = 25
/** Ms until the next try when the disk refused. */
const later = 60_000

/** Files what was written of long lists, some pages at a time, while nobody waits for it. */
export function createFiler({ filing, clock, trouble }: FilerPorts) {
  let cancel: (() => void) | null = null
  /** After trouble one page alone, so that one that is ill takes no others back with it. */
  let alone = false

  const fileSome = (): boolean => {
    const until = clock.monotonic() + turn
    let pages = 1
    const found = filing.fileSome(() => !alone && pages++ < mostInATurn && clock.monotonic() < until)
    alone = false
    return found
  }
  const plan = (ms: number): void => {
    cancel = clock.after(ms, () => {
      cancel = null
      try {
        if (fileSome()) plan(between)
      } catch (error) {
        alone = true
        trouble('filing', error)
        plan(later)
      }
    })
  }
  return {
    wake(): void {
      if (cancel === null) plan(soon)
    },
    stop(): void {
      cancel?.()
      cancel = null
    },
  }
}
