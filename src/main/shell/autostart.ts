import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { defaultProfile } from '../../profile/paths'
import type { Launch } from '../arguments'
import { autostartEntry } from './autostart-entry'

/** What stands before the app's own words to start it once more: without its sandbox too, where that cannot work. */
export const appWords = (): readonly string[] => [
  ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
  ...(app.isPackaged ? [] : [app.getAppPath()]),
]

/**
 * Has the desktop start Jobtray with the session, or not, in the profile of this launch; of the demo, in the person's own.
 * Linux wants a file (XDG autostart), the others are asked.
 */
export const launchAtLogin =
  ({ mode, profile }: Pick<Launch, 'mode' | 'profile'>) =>
  (on: boolean): void => {
    const named = mode === 'live' && profile !== defaultProfile('live') ? ['--profile', profile] : []
    const words = [...appWords(), '--live', ...named]
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
