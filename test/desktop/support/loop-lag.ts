import type { ElectronApplication } from 'playwright/test'

const everyMs = 10

/**
 * Begins to measure for how long main's event loop stands still, without the time in which the machine, busy with others,
 * did not let it run though it could: Linux counts that for each thread (proc(5), schedstat: nanoseconds run, then waited).
 */
export const measureLag = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate((_electron, everyMs) => {
    const { readFileSync } = process.getBuiltinModule('node:fs')
    // of a process it is its first thread's, which is main's
    const waited = () => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
    const lag = { worst: 0, last: performance.now(), waited: waited() }
    Reflect.set(globalThis, 'lag', lag)
    setInterval(() => {
      const [now, nowWaited] = [performance.now(), waited()]
      lag.worst = Math.max(lag.worst, now - lag.last - everyMs - (nowWaited - lag.waited))
      lag.last = now
      lag.waited = nowWaited
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
