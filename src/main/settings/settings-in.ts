import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { defaultSettings, readSettings, type Settings } from '../../shared/settings'
import { backupOf, codeOf, type Found, findSettings, halfOf, readValues, settingsVersion } from './found'
import { writeVerified } from './verified-write'

export type SettingsFile = {
  readonly settings: Settings
  /** Told once: the file could not be used as it was. */
  readonly trouble: string | null
  /** Writes all of it; a sentence when that could not be done. Then what was in the file before still is. */
  readonly save: (settings: Settings) => string | null
  /** False: the file is a newer version's, and is left as it is. */
  readonly maySave: boolean
}

/** As much of electron-store as is used. It may lose the file on a full disk and say nothing (reliability trap 1). */
export type Store = { readonly set: (values: Readonly<Record<string, unknown>>) => void }

/** The preferences in a folder. `openStore` is called at the first save: reading needs none, and it may throw. */
export function settingsIn(folder: string, now: Date, openStore: () => Store): SettingsFile {
  const file = join(folder, 'settings.json')
  const found = findSettings(file, now)
  const { settings, mended } =
    'values' in found ? readSettings(found.values) : { settings: defaultSettings, mended: false }
  let store: Store | null = null

  const save = (next: Settings): string | null => {
    if (found.kind === 'newer') return newerSentence
    const values = { version: settingsVersion, ...next }
    try {
      writeVerified(halfOf(file), JSON.stringify(values, undefined, '\t'))
      storeWrites(values)
      // What the store has lost is put right by the copy that is known to be whole; that needs no room.
      renameSync(halfOf(file), holds(values) ? backupOf(file) : file)
      return null
    } catch (error) {
      return refusal(error)
    }
  }
  const storeWrites = (values: Readonly<Record<string, unknown>>) => {
    try {
      store ??= openStore()
      store.set(values)
    } catch {
      // told by what is in the file then
    }
  }
  const holds = (values: object): boolean => {
    const reading = readValues(file)
    return reading.kind === 'good' && isDeepStrictEqual(reading.values, values)
  }

  // Written at once, so that it is told once.
  if (mended) save(settings)
  return { settings, trouble: troubleOf(found, mended), save, maySave: found.kind !== 'newer' }
}

const newerSentence =
  'The settings were written by a newer Jobtray. They are left as they are; what you change holds only while Jobtray runs.'

function troubleOf(found: Found, mended: boolean): string | null {
  const kept = (aside: string | null) => (aside === null ? '' : ` The damaged file is kept as ${aside}.`)
  switch (found.kind) {
    case 'absent':
      return null
    case 'newer':
      return newerSentence
    case 'unreadable':
      return 'The settings may not be read, so the defaults are in use. Make settings.json readable, then start Jobtray again.'
    case 'damaged':
      return `The settings could not be read and are back to their defaults.${kept(found.aside)}`
    case 'restored':
      return `The settings were damaged. The last good ones are in use.${kept(found.aside)}`
    case 'good':
      return mended ? 'Some settings had values that make no sense; those are back to their defaults.' : null
  }
}

function refusal(error: unknown): string {
  const code = codeOf(error)
  const mayNot = code === 'EROFS' || code === 'EACCES' || code === 'EPERM'
  const what = mayNot ? 'Make the settings folder writable' : 'Make room on the disk'
  return `The settings could not be saved. ${what}; until then they hold only while Jobtray runs.`
}
