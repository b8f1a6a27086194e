import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { autostartEntry } from './autostart-entry'

/** Has the desktop start Jobtray with the session, or not. Linux wants a file (XDG autostart), the others are asked. */
export function launchAtLogin(on: boolean): void {
  const words = app.isPackaged ? ['--live'] : [app.getAppPath(), '--live']
  if (process.platform === 'linux') writeEntry(on, [process.env.APPIMAGE ?? process.execPath, ...words])
  else app.setLoginItemSettings({ openAtLogin: on, args: words })
}

function writeEntry(on: boolean, words: readonly string[]): void {
  const folder = join(app.getPath('appData'), 'autostart')
  const file = join(folder, 'jobtray.desktop')
  rmSync(file, { force: true })
  if (!on) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, autostartEntry(words))
}
