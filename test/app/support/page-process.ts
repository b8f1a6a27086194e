import type { ElectronApplication } from 'playwright/test'
import { expect } from '../../support/app'

/** The process that the window's page lives in; 0: none does. */
export const rendererPid = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId() ?? 0)

/** Resolves when the page lives in another process than in `before`. */
export const replaced = (electron: ElectronApplication, before: number): Promise<void> =>
  expect.poll(async () => [0, before].includes(await rendererPid(electron))).toBe(false)

/**
 * Resolves when the window is shown, which may be a moment after its page is there: one that is not is let go when its page
 * dies, and comes up although it was closed.
 */
export const onScreen = (electron: ElectronApplication): Promise<void> =>
  expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false))
    .toBe(true)

/** Kills the process that the page lives in; its number. */
export const killNow = async (electron: ElectronApplication): Promise<number> => {
  const pid = await rendererPid(electron)
  // 0 would be everything that belongs to this test.
  if (pid === 0) throw new Error('the page lives in no process')
  process.kill(pid, 'SIGKILL')
  return pid
}

/** Kills the page; resolves when another has taken its place: asked before, it would never answer. */
export const killPage = async (electron: ElectronApplication): Promise<void> => {
  await onScreen(electron)
  await replaced(electron, await killNow(electron))
}

/**
 * Runs in the page through main, null while it is dead or on its way, and where the code throws: Playwright does not follow
 * a page over its crash. To be asked again and again.
 */
export const inPage = (electron: ElectronApplication, code: string): Promise<unknown> =>
  electron.evaluate(async ({ webContents }, source) => {
    const contents = webContents.getAllWebContents()[0]
    if (contents === undefined || contents.isCrashed()) return null
    return contents.executeJavaScript(source).catch(() => null)
  }, code)
