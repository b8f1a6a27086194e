import { type BrowserWindow, dialog } from 'electron'
import { createRevival } from './revival'

/** A page that does not answer for so long after Chromium has noticed is ended, ms. */
const hangMs = 10_000

const revival = createRevival(() => performance.now())

/**
 * Brings back a page that was killed, ran out of memory or hangs: at the place it stood, which is in its address.
 * Watching and telling never stop for it. `gone`: nobody looks at it, or a person lets it be.
 */
export function tendWindow(window: BrowserWindow, gone: () => void): void {
  let patience: NodeJS.Timeout | undefined
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    clearTimeout(patience)
    if (reason === 'clean-exit') return
    if (!window.isVisible()) gone()
    else if (revival.mayReload()) window.webContents.reload()
    else askAgain(window, gone).catch(gone)
  })
  window.on('unresponsive', () => {
    clearTimeout(patience)
    patience = setTimeout(() => window.webContents.forcefullyCrashRenderer(), hangMs)
  })
  window.on('responsive', () => clearTimeout(patience))
  window.on('closed', () => clearTimeout(patience))
}

/** The system's own box: a page of ours might fall over as well. */
async function askAgain(window: BrowserWindow, gone: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'The window of Jobtray keeps failing.',
    detail: 'Your jobs are watched all the same, and the tray tells about them.',
    buttons: ['Try again', 'Close the window'],
    defaultId: 0,
    cancelId: 1,
  })
  if (window.isDestroyed()) return
  if (response !== 0) return gone()
  revival.forgive()
  window.webContents.reload()
}
