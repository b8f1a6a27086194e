import type { FilingTable } from '../journal/filing'
import type { Clock } from '../watch/clock'

export type FilerPorts = {
  readonly filing: Pick<FilingTable, 'fileNext'>
  readonly clock: Pick<Clock, 'after'>
  readonly trouble: (where: string, error: unknown) => void
}

/** Ms until pages that were written are filed; the watcher writes in bursts. */
const soon = 500
/** Ms between two pages, for everyone else. */
const between = 5
/** Ms until the next try when the disk refused. */
const later = 60_000

/** Files what was written of long lists, a page at a time, while nobody waits for it. */
export function createFiler({ filing, clock, trouble }: FilerPorts) {
  let cancel: (() => void) | null = null
  const plan = (ms: number): void => {
    cancel = clock.after(ms, () => {
      cancel = null
      try {
        if (filing.fileNext()) plan(between)
      } catch (error) {
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
