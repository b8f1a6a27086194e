import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { ExporterPorts } from '../issues/exporter'

/** Where a person wants a file, and the disk it goes to. */
export const savePlace: Pick<ExporterPorts, 'chooseFile' | 'files'> = {
  async chooseFile(suggested) {
    const options = { defaultPath: join(app.getPath('downloads'), suggested) }
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    return canceled || filePath === '' ? null : filePath
  },
  files: {
    open: file => open(file, 'w', 0o600),
    rename,
    remove: file => rm(file, { force: true }),
  },
}
