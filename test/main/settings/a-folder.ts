import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { onTestFinished } from 'vitest'
import { settingsIn } from '../../../src/main/settings/settings-in'
import { defaultSettings, type Settings } from '../../../src/shared/settings'

export const now = new Date('2026-03-02T12:00:00Z')

/** What electron-store is without Electron: its writing, and losing, is all from here. */
export const confIn = (folder: string) =>
  new Conf<Record<string, unknown>>({ cwd: folder, configName: 'settings', clearInvalidConfig: true })

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A settings folder on a real disk. */
export function aFolder(folder = temporary()) {
  const file = join(folder, 'settings.json')
  return {
    folder,
    file,
    open: () => settingsIn(folder, now, () => confIn(folder)),
    write: (text: string | Uint8Array) => writeFileSync(file, text),
    text: () => readFileSync(file, 'utf8'),
    json: (): unknown => JSON.parse(readFileSync(file, 'utf8')),
    names: () => readdirSync(folder).sort(),
  }
}

export const dark: Settings = { ...defaultSettings, theme: 'dark', keepDays: 7 }
