import Store from 'electron-store'
import { type SettingsFile, settingsIn } from '../settings/settings-in'

/** Preferences only, in electron-store; nothing vital lives in it, and what it writes is checked. */
export const openSettings = (folder: string, now: Date): SettingsFile =>
  settingsIn(
    folder,
    now,
    () => new Store<Record<string, unknown>>({ name: 'settings', cwd: folder, clearInvalidConfig: true }),
  )
