import type { Delta, Snapshot } from '../../shared/snapshot'
import { applyDelta, type Mirror, mirrorOf } from './mirror'

export type Source = {
  readonly readState: () => Promise<Snapshot>
  readonly onStateChanged: (listener: (delta: Delta) => void) => () => void
}

export type Sink = {
  readonly show: (mirror: Mirror) => void
  /** The sentence of a failed read; what was shown before stays. */
  readonly fail: (message: string) => void
}

export type Following = { readonly readAgain: () => Promise<void>; readonly stop: () => void }

/**
 * Subscribes first and reads then, so that no change falls between the two; deltas that arrive while a read is under
 * way wait for it. A gap means one more read, never a loop: what still does not fit after it is left to the next delta.
 */
export function follow(source: Source, sink: Sink): Following {
  let mirror: Mirror | null = null
  let reading: Promise<void> | null = null
  let waiting: Delta[] = []

  const take = (next: Mirror): void => {
    mirror = next
    sink.show(next)
  }

  const readOnce = async (): Promise<void> => {
    try {
      const snapshot = await source.readState()
      let next = mirrorOf(snapshot, (mirror?.shape ?? 0) + 1)
      for (const delta of waiting) {
        const step = applyDelta(next, delta)
        if (step.kind === 'next') next = step.mirror
      }
      take(next)
    } catch (error) {
      sink.fail(error instanceof Error ? error.message : String(error))
    } finally {
      waiting = []
      reading = null
    }
  }

  const readAgain = (): Promise<void> => {
    reading ??= readOnce()
    return reading
  }

  const stop = source.onStateChanged(delta => {
    const step = reading === null && mirror !== null ? applyDelta(mirror, delta) : null
    if (step?.kind === 'next') take(step.mirror)
    if (step === null || step.kind === 'gap') {
      waiting.push(delta)
      void readAgain()
    }
  })

  void readAgain()
  return { readAgain, stop }
}
