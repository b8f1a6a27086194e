import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import { readSettings, type Settings } from '../../shared/settings'

export type SettingsFile = {
  readonly settings: Settings
  /** Told once: the file could not be used as it was. */
  readonly trouble: string | null
  /** Writes all of it; a sentence when the disk refused. */
  readonly save: (settings: Settings) => string | null
}

/**
 * Preferences only: electron-store loses its file on a full disk and accepts nonsense (reliability trap 1, fault 36),
 * so it is read once, checked here, and nothing vital lives in it.
 */
export function openSettings(folder: string, now: Date): SettingsFile {
  const file = join(folder, 'settings.json')
  const aside = setAsideIfUnreadable(file, now)
  const store = new Store<Record<string, unknown>>({ name: 'settings', cwd: folder, clearInvalidConfig: true })
  const { settings, mended } = readSettings(aside === null ? store.store : {})
  const trouble =
    aside !== null
      ? `The settings could not be read and are back to their defaults. The old file is kept as ${aside}.`
      : mended
        ? 'Some settings had values that make no sense; those are back to their defaults.'
        : null
  return {
    settings,
    trouble,
    save(next) {
      try {
        store.set({ ...next })
        return null
      } catch {
        return 'The settings could not be saved. Make room on the disk; until then they hold only while Jobtray runs.'
      }
    },
  }
}

/** Moves a file away that is no JSON object; gives back its new name. */
function setAsideIfUnreadable(file: string, now: Date): string | null {
  if (!existsSync(file)) return null
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return null
  } catch {
    // falls through: whatever it is, it is kept
  }
  const name = `settings.json.corrupt-${now.toISOString().replaceAll(':', '-')}`
  renameSync(file, join(file, '..', name))
  return name
}
