import type { ElectronApplication } from 'playwright/test'

const everyMs = 10

/** Begins to measure for how long main's event loop stands still. */
export const measureLag = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate((_electron, everyMs) => {
    const lag = { worst: 0, last: performance.now() }
    Reflect.set(globalThis, 'lag', lag)
    setInterval(() => {
      const now = performance.now()
      lag.worst = Math.max(lag.worst, now - lag.last - everyMs)
      lag.last = now
    }, everyMs)
  }, everyMs)

/** The longest stand since it was last asked for, ms. */
export const worstLag = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(() => {
    const lag: { worst: number } = Reflect.get(globalThis, 'lag')
    const { worst } = lag
    lag.worst = 0
    return worst
  })
