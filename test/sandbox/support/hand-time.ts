import type { TimeSource } from '../../../src/sandbox/clock'

/** Time that passes only when told to. */
export type HandTime = TimeSource & { readonly pass: (ms: number) => void }

const NOON = Date.UTC(2026, 2, 14, 12, 0, 0)

export function handTime(): HandTime {
  const timers = new Map<object, { readonly due: number; readonly run: () => void }>()
  let passed = 0
  const fire = () => {
    for (const [id, timer] of timers) {
      if (timer.due > passed) continue
      timers.delete(id)
      timer.run()
    }
  }
  return {
    wall: () => NOON + passed,
    monotonic: () => passed,
    after: (ms, run) => {
      const id = {}
      timers.set(id, { due: passed + ms, run })
      return () => timers.delete(id)
    },
    pass: ms => {
      passed += ms
      fire()
    },
  }
}
