import type { NoticeView } from '../../shared/snapshot'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import { againAfterRestart } from '../watch/notices'
import { createBursts } from './bursts'
import { type Card, isMarked } from './cards'
import { heldUntil } from './hold'
import { createHolding, type HeldLedger } from './holding'
import type { NotShown, Told } from './told'
import { keptBack, type Verdict, type VerdictSource, verdictOn } from './verdict'

/** The system's notifications. Neither may block, whatever the daemon does (reliability trap 2). */
export type Screen = {
  readonly standing: () => Promise<'ready' | 'do-not-disturb' | NotShown>
  /** Calls `sent` as soon as it can no longer be called back: a kill after that must find it told (fault 50). */
  readonly show: (card: Card, sent: () => void) => Promise<'shown' | NotShown>
  /** Takes these off the screen again, each that was shown by itself. */
  readonly withdraw: (ids: readonly number[]) => void
}

export type Ledger = HeldLedger & {
  readonly told: (ids: readonly number[], how: Told, at: Date, isSeen?: boolean) => void
  /** Decided, and neither told nor held. */
  readonly untold: () => readonly NoticeView[]
}

type Kept = Extract<Verdict, { kind: 'keep' }>

export type TellerPorts = {
  readonly board: Pick<Board, 'job' | 'connection' | 'settings' | 'markSeen'>
  readonly ledger: Ledger
  readonly screen: Screen
  readonly clock: Clock
  /** Takes back a snooze that is over. */
  readonly endSnooze: () => void
  readonly trouble: (where: string, error: unknown) => void
}

/** Takes each notice that has been written down to its end: shown, alone or with others, held back, or kept in the inbox. */
export function createTeller({ board, ledger, screen, clock, endSnooze, trouble }: TellerPorts) {
  /** One card after the other, in the order they were decided. */
  let queue: Promise<void> = Promise.resolve()

  const sourceOf = ({ ref, connectionId }: NoticeView): VerdictSource => ({
    watched: ref === null ? undefined : board.job(ref),
    connection: board.connection(connectionId),
    settings: board.settings(),
  })
  /** What cannot be written costs at most that it is told again after a restart. */
  const written = (act: () => void) => {
    try {
      act()
    } catch (error) {
      trouble('ledger', error)
    }
  }
  const told = (ids: readonly number[], how: Told, isSeen = false) => {
    if (ids.length === 0) return
    written(() => ledger.told(ids, how, clock.wall(), isSeen))
    if (isSeen) board.markSeen(ids)
  }
  const inTurn = (act: () => Promise<void>) => {
    queue = queue.then(act).catch((error: unknown) => trouble('notifier', error))
  }
  const held = () => heldUntil(board.settings(), clock.wall()) !== null

  const deliver = async (card: Card, standing: 'ready' | NotShown): Promise<void> => {
    const how = standing === 'ready' ? await screen.show(card, () => told(card.ids, card.shown)) : standing
    if (how !== 'shown') told(card.ids, how)
  }

  const nameOf = (connectionId: string): string => board.connection(connectionId)?.name ?? ''
  const isKeptBack = (notice: NoticeView): boolean => {
    const verdict = keptBack(notice, sourceOf(notice))
    if (verdict?.kind === 'keep') told([notice.id], verdict.why, verdict.isSeen)
    return verdict !== null
  }

  const holding = createHolding({
    ledger,
    nameOf,
    clock,
    written,
    told,
    inTurn,
    screen,
    deliver,
    until: () => heldUntil(board.settings(), clock.wall()),
    keptBack: isKeptBack,
    /** A snooze that is over is taken back, so that the tray says so too. */
    onLook() {
      const { snoozedUntil } = board.settings()
      if (snoozedUntil !== null && Date.parse(snoozedUntil) <= clock.wall().getTime()) endSnooze()
    },
    wakesFor: () => board.settings().snoozedUntil !== null,
  })

  const show = (card: Card, notices: readonly NoticeView[]) =>
    inTurn(async () => {
      // It may have waited: what a person wants by now counts.
      if (held()) return holding.add(notices)
      const standing = await screen.standing()
      if (standing === 'do-not-disturb') return holding.add(notices)
      await deliver(card, standing)
    })

  const bursts = createBursts({
    clock,
    nameOf,
    keptBack: isKeptBack,
    overtaken: ({ id }) => told([id], 'no longer so', true),
    show,
  })

  const announce = (notices: readonly NoticeView[]) => {
    const held: NoticeView[] = []
    const kept = new Map<string, Kept & { readonly ids: number[] }>()
    for (const notice of notices) {
      const verdict = verdictOn(notice, sourceOf(notice), clock.wall())
      if (verdict.kind === 'show') bursts.add(notice)
      else if (verdict.kind === 'hold') held.push(notice)
      else {
        const name = `${verdict.why} ${verdict.isSeen}`
        const alike = kept.get(name) ?? { ...verdict, ids: [] }
        kept.set(name, alike)
        alike.ids.push(notice.id)
      }
    }
    // All of a kind in one write: a thousand that end together must not keep everything else waiting.
    for (const { ids, why, isSeen } of kept.values()) told(ids, why, isSeen)
    if (held.length > 0) holding.add(held)
    bursts.arm()
  }

  return {
    /** Tells what has been written down. */
    announce,
    /** What is no longer so: it leaves the screen as well, after whatever is still to be shown. */
    withdraw: (ids: readonly number[]): void => inTurn(async () => screen.withdraw(ids)),
    /** Takes up what an earlier run left: what it held, and what it had decided and perhaps told. */
    resume(): void {
      announce(ledger.untold().map(againAfterRestart))
      holding.resume()
    },
    /** To be called when the settings have changed. */
    reconsider: holding.look,
    stop(): void {
      const waiting = bursts.stop().filter(notice => !isMarked(notice))
      // Nobody has seen these: the next run tells them, and not as what was perhaps told before.
      if (waiting.length > 0) written(() => ledger.hold(waiting.map(({ id }) => id)))
      holding.stop()
    },
  }
}

export type Teller = ReturnType<typeof createTeller>
