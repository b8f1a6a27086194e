import type { ElectronApplication } from 'playwright/test'

/** Each write to a file takes the app so long, ms, until another time is said; 0: no longer than it does. */
export const slowDisk = (electron: ElectronApplication, ms: number): Promise<void> =>
  electron.evaluate(async (_modules, takes) => {
    const isSlow = Reflect.has(globalThis, 'writeTakes')
    Reflect.set(globalThis, 'writeTakes', takes)
    if (isSlow) return
    const file = await process.getBuiltinModule('node:fs/promises').open('/dev/null', 'w')
    const files: { write: (...args: unknown[]) => Promise<unknown> } = Object.getPrototypeOf(file)
    await file.close()
    const { write } = files
    files.write = async function (...args) {
      const ms: number = Reflect.get(globalThis, 'writeTakes')
      if (ms > 0) await new Promise(resolve => setTimeout(resolve, ms))
      return Reflect.apply(write, this, args)
    }
  }, ms)
