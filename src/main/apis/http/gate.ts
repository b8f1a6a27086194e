/** Runs the work when fewer than the limit run under the same key; the others wait in order of arrival. */
export type Gate = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** A place of its own in front of the sockets: so that waiting for one is not counted as the server's slowness. */
export function createGate(limit: number): Gate {
  const lanes = new Map<string, { running: number; readonly waiting: (() => void)[] }>()

  return async (key, work) => {
    const lane = lanes.get(key) ?? { running: 0, waiting: [] }
    lanes.set(key, lane)
    if (lane.running >= limit) await new Promise<void>(resolve => lane.waiting.push(resolve))
    else lane.running += 1
    try {
      return await work()
    } finally {
      const next = lane.waiting.shift()
      // The place is handed over, not given back, so that nobody can slip in between.
      if (next) next()
      else {
        lane.running -= 1
        if (lane.running === 0) lanes.delete(key)
      }
    }
  }
}
