import type { ElectronApplication } from 'playwright/test'
import { expect } from '../../support/app'

/** The process that the window's page lives in; 0: none does. */
export const rendererPid = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId() ?? 0)

/** Resolves when the page lives in another process than in `before`. */
export const replaced = (electron: ElectronApplication, before: number): Promise<void> =>
  expect.poll(async () => [0, before].includes(await rendererPid(electron))).toBe(false)

/** Kills the page; resolves when another has taken its place: asked before, it would never answer. */
export const killPage = async (electron: ElectronApplication): Promise<void> => {
  const before = await rendererPid(electron)
  process.kill(before, 'SIGKILL')
  await replaced(electron, before)
}

/** Runs in the page through main, null while it is dead: Playwright does not follow a page over its crash. */
export const inPage = (electron: ElectronApplication, code: string): Promise<unknown> =>
  electron.evaluate(async ({ webContents }, source) => {
    const contents = webContents.getAllWebContents()[0]
    return contents === undefined || contents.isCrashed() ? null : contents.executeJavaScript(source)
  }, code)
