import type { ElectronApplication } from 'playwright/test'

/**
 * Takes the next file that the page saves to a path of one's own. Resolves, once nothing can be missed any more, to what
 * waits until it is there and says what became of it: `completed errors.csv`.
 */
export async function nextDownload(electron: ElectronApplication, path: string): Promise<() => Promise<string>> {
  await electron.evaluate(({ session }, to) => {
    if (Reflect.has(globalThis, to)) return
    const done = new Promise<string>(resolve => {
      session.defaultSession.once('will-download', (_event, item) => {
        item.setSavePath(to)
        item.once('done', (_done, state) => resolve(`${state} ${item.getFilename()}`))
      })
    })
    Reflect.set(globalThis, to, done)
  }, path)
  return () => electron.evaluate((_modules, to): Promise<string> => Reflect.get(globalThis, to), path)
}
