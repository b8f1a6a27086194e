import { app, BrowserWindow } from 'electron'
import { isOneColour } from './one-colour'

/** New graphics may take so long over their first picture, ms. */
const patienceMs = 3_000

let timer: NodeJS.Timeout | undefined

/**
 * To be called when the graphics have died. Chromium now and then leaves a window white then, until they die once more;
 * drawing anew, another size, hiding and loading again do not help (fault 42). So the window is looked at, and where
 * nothing is drawn its graphics are ended again: what a person has typed in it stays.
 */
export function redraw(): void {
  clearTimeout(timer)
  // A window that went meanwhile needs no picture.
  timer = setTimeout(() => void endWhenWhite().catch(() => undefined), patienceMs)
}

async function endWhenWhite(): Promise<void> {
  const seen = BrowserWindow.getAllWindows().filter(window => window.isVisible() && !window.isMinimized())
  const pictures = await Promise.all(seen.map(({ webContents }) => webContents.capturePage()))
  if (!pictures.some(picture => isOneColour(picture.toBitmap()))) return
  const graphics = app.getAppMetrics().find(({ type }) => type === 'GPU')
  if (graphics !== undefined) process.kill(graphics.pid, 'SIGKILL')
}
