import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, clipboard, dialog } from 'electron'
import type { ExporterPorts } from '../issues/exporter'

/** Where a person wants a file, the disk it goes to, and the clipboard. */
export const savePlace: Pick<ExporterPorts, 'chooseFile' | 'files' | 'copy'> = {
  async chooseFile(suggested) {
    const options = { defaultPath: join(app.getPath('downloads'), suggested) }
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    return canceled || filePath === '' ? null : filePath
  },
  copy: text => clipboard.writeText(text),
  files: {
    open: file => open(file, 'w', 0o600),
    rename,
    remove: file => rm(file, { force: true }),
  },
}
