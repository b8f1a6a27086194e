import type { ElectronApplication } from 'playwright/test'

/** What the clipboard holds; the page hands it over a moment after it has said so. */
export const clipboardText = (electron: ElectronApplication): Promise<string> =>
  electron.evaluate(({ clipboard }) => clipboard.readText())
