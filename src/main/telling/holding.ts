import type { NoticeView } from '../../shared/snapshot'
import type { ConnectionName } from '../../shared/summary-words'
import type { Clock } from '../watch/clock'
import { type Card, digestCard, isMarked } from './cards'
import type { Screen } from './teller'
import type { NotShown, Told } from './told'

export type HeldNotice = {
  readonly notice: NoticeView
  /** An earlier run was stopped while it showed the digest with this one. */
  readonly isAgain: boolean
}

/** What is held back is in the ledger, so that a restart in between loses none. */
export type HeldLedger = {
  readonly hold: (ids: readonly number[]) => void
  readonly held: () => readonly HeldNotice[]
  /** On the disk when it returns: from now on these may have been seen. */
  readonly beginDigest: (ids: readonly number[]) => void
}

export type HoldingPorts = {
  readonly ledger: HeldLedger
  readonly clock: Clock
  readonly screen: Pick<Screen, 'standing'>
  readonly until: () => Date | null
  readonly nameOf: ConnectionName
  /** True, and done with, when a person wants none of it by now. */
  readonly keptBack: (notice: NoticeView) => boolean
  readonly told: (ids: readonly number[], how: Told) => void
  readonly deliver: (card: Card, standing: 'ready' | NotShown) => Promise<void>
  readonly written: (act: () => void) => void
  readonly inTurn: (act: () => Promise<void>) => void
  readonly onLook: () => void
  /** True: there is something to wake for although nothing is held. */
  readonly wakesFor: () => boolean
}

/** A timer does not run while the computer sleeps, so a long wait is looked at this often, ms. */
const longestNapMs = 60_000
/** Whether the desktop may be disturbed again is asked this often, ms, and only while something is held. */
const askAgainMs = 15_000

/** Holds notices back while nobody wants to be disturbed, and tells them in one digest after that. */
export function createHolding(ports: HoldingPorts) {
  const { ledger, clock, screen, told, written } = ports
  /** Held, but the disk refused to keep that. */
  const unwritten = new Map<number, NoticeView>()
  let holds = false
  let cancel: (() => void) | null = null

  const arm = () => {
    cancel?.()
    cancel = null
    if (!holds && !ports.wakesFor()) return
    const until = ports.until()
    const wait = until === null ? askAgainMs : until.getTime() - clock.wall().getTime()
    cancel = clock.after(Math.min(Math.max(wait, 0), longestNapMs), look)
  }

  const look = () => {
    ports.onLook()
    if (holds && ports.until() === null) ports.inTurn(release)
    arm()
  }

  const release = async (): Promise<void> => {
    if (!holds || ports.until() !== null) return
    const standing = await screen.standing()
    if (standing === 'do-not-disturb' || ports.until() !== null) return
    const all = [...ledger.held(), ...[...unwritten.values()].map(notice => ({ notice, isAgain: isMarked(notice) }))]
    holds = false
    unwritten.clear()
    const seen = all.filter(({ notice }) => notice.seen)
    const rest = all.filter(({ notice }) => !notice.seen && !ports.keptBack(notice))
    told(idsOf(seen), 'seen meanwhile')
    if (rest.length === 0) return
    written(() => ledger.beginDigest(idsOf(rest)))
    const card = digestCard(
      rest.map(({ notice }) => notice),
      rest.some(({ isAgain }) => isAgain),
      ports.nameOf,
    )
    await ports.deliver(card, standing)
  }

  return {
    add(notices: readonly NoticeView[]): void {
      holds = true
      for (const notice of notices) unwritten.set(notice.id, notice)
      written(() => {
        ledger.hold(notices.filter(notice => !isMarked(notice)).map(({ id }) => id))
        // These may have been seen before the app was stopped, and the digest has to say so.
        ledger.beginDigest(notices.filter(isMarked).map(({ id }) => id))
        for (const { id } of notices) unwritten.delete(id)
      })
      arm()
    },
    resume(): void {
      holds ||= ledger.held().length > 0
      look()
    },
    look,
    stop(): void {
      cancel?.()
    },
  }
}

const idsOf = (held: readonly HeldNotice[]): readonly number[] => held.map(({ notice }) => notice.id)
