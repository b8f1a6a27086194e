import { app, BrowserWindow } from 'electron'
import { createRevival } from './revival'
import { isUndrawn } from './undrawn'

/** New graphics may take so long over their first picture, ms. */
const patienceMs = 3_000

const revival = createRevival(() => performance.now())
let timer: NodeJS.Timeout | undefined

/**
 * To be called when the graphics have died. Chromium now and then goes on drawing into what died with them, so that the
 * window stays white or clear until they die once more; drawing anew, another size, hiding and loading again do not help
 * (fault 42). So the window is looked at, and where it is not drawn its graphics are ended again: what a person has
 * typed in it stays. `onEnd`: called just before they are.
 */
export function redraw(onEnd: () => void): void {
  clearTimeout(timer)
  // A window that went meanwhile needs no picture.
  timer = setTimeout(() => void endWhenUndrawn(onEnd).catch(() => undefined), patienceMs)
}

async function endWhenUndrawn(onEnd: () => void): Promise<void> {
  const seen = BrowserWindow.getAllWindows().filter(window => window.isVisible() && !window.isMinimized())
  const pictures = await Promise.all(seen.map(({ webContents }) => webContents.capturePage()))
  if (!pictures.some(picture => isUndrawn(picture.toBitmap()))) return
  const graphics = app.getAppMetrics().find(({ type }) => type === 'GPU')
  if (graphics === undefined || !revival.mayReload()) return
  onEnd()
  process.kill(graphics.pid, 'SIGKILL')
}
