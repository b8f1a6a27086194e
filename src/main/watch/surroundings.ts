import type { Sparing } from '../../shared/diagnostics'
import type { JobRef } from '../../shared/job'
import type { Pace } from '../../shared/settings'
import type { Circumstances } from './cadence'

export type Surrounding = {
  readonly windowVisible: boolean
  readonly screenLocked: boolean
  readonly onBattery: boolean
  /** The job whose page the window shows. */
  readonly lookingAt: JobRef | null
}

/** Who can see the app, and what it may cost: from this follows how often jobs are looked at. */
export function createSurroundings(pace: () => Pace, stalledLookMs?: number) {
  let now: Surrounding = { windowVisible: false, screenLocked: false, onBattery: false, lookingAt: null }
  const inView = () => now.windowVisible && !now.screenLocked

  return {
    around: (): Circumstances => ({
      pace: pace(),
      inView: inView(),
      sparing: !inView() || now.onBattery,
      stalledLookMs,
    }),
    sparedBy: (): readonly Sparing[] => [
      ...(now.windowVisible ? [] : (['window hidden'] as const)),
      ...(now.screenLocked ? (['screen locked'] as const) : []),
      ...(now.onBattery ? (['on battery'] as const) : []),
    ],
    /** Null when nobody can see the page that is open. */
    openJob: (): JobRef | null => (inView() ? now.lookingAt : null),
    /** True when that makes any difference to the pace of all jobs. */
    set(change: Partial<Surrounding>): boolean {
      const before = now
      now = { ...now, ...change }
      return (
        before.windowVisible !== now.windowVisible ||
        before.screenLocked !== now.screenLocked ||
        before.onBattery !== now.onBattery
      )
    },
  }
}

export type Surroundings = ReturnType<typeof createSurroundings>
