import { sameRef } from '../../shared/job'
import type { NoticeView } from '../../shared/snapshot'
import type { ConnectionName } from '../../shared/summary-words'
import type { Clock } from '../watch/clock'
import { type Burst, dueAt, emptied, noBurst, type TempoName, taken, tempoNames, tempoOf } from './burst'
import { type Card, singleCard, summaryCard } from './cards'

export type BurstPorts = {
  readonly clock: Clock
  readonly nameOf: ConnectionName
  /** True, and done with, when it is no news any more, or a person wants none of it by now. */
  readonly keptBack: (notice: NoticeView) => boolean
  /** Done with: a notice that comes now says more. */
  readonly overtaken: (notice: NoticeView) => void
  readonly show: (card: Card, notices: readonly NoticeView[]) => void
}

/** Shows the first few of what comes at once one by one, and the rest of it as one. */
export function createBursts({ clock, nameOf, keptBack, overtaken, show }: BurstPorts) {
  const bursts: Record<TempoName, Burst> = { usual: noBurst('usual'), calm: noBurst('calm') }
  let cancel: (() => void) | null = null

  const showAll = (notices: readonly NoticeView[], { tempo }: Burst) => {
    if (notices.length > tempo.fewest) show(summaryCard(notices, nameOf), notices)
    else for (const notice of notices) show(singleCard(notice), [notice])
  }

  const flush = () => {
    const now = clock.monotonic()
    for (const name of tempoNames) {
      const burst = bursts[name]
      const due = dueAt(burst)
      if (due === null || due > now) continue
      bursts[name] = emptied(burst, now)
      showAll(
        burst.waiting.filter(notice => !keptBack(notice)),
        burst,
      )
    }
    arm()
  }

  const arm = () => {
    cancel?.()
    const due = Math.min(...tempoNames.map(name => dueAt(bursts[name]) ?? Number.POSITIVE_INFINITY))
    cancel = Number.isFinite(due) ? clock.after(Math.max(0, due - clock.monotonic()), flush) : null
  }

  /** Many failures are told instead of the first one that still waits. */
  const dropFirstFailure = ({ ref }: NoticeView) => {
    const isFirst = (one: NoticeView) => one.ref !== null && ref !== null && sameRef(one.ref, ref)
    const { calm } = bursts
    for (const notice of calm.waiting.filter(isFirst)) overtaken(notice)
    bursts.calm = { ...calm, waiting: calm.waiting.filter(notice => !isFirst(notice)) }
  }

  return {
    add(notice: NoticeView): void {
      if (notice.kind === 'failure-rate') dropFirstFailure(notice)
      const name = tempoOf(notice.kind)
      const [next, alone] = taken(bursts[name], notice, clock.monotonic())
      bursts[name] = next
      if (alone) show(singleCard(notice), [notice])
    },
    /** To be called when all that came at once was added. */
    arm,
    /** Gives back what still waits and was certainly not shown. */
    stop(): readonly NoticeView[] {
      cancel?.()
      return tempoNames.flatMap(name => bursts[name].waiting)
    },
  }
}
