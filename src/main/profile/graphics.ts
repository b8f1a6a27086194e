import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether this profile's app draws without the graphics card (reliability fault 42). A new version may do better, so it tries again. */
export function graphicsIn(profile: string, version: string) {
  const file = join(profile, 'graphics-off')
  return {
    areOff(): boolean {
      try {
        return existsSync(file) && readFileSync(file, 'utf8').trim() === version
      } catch {
        return false
      }
    },
    /** False: it cannot be remembered. */
    switchOff(): boolean {
      try {
        writeFileSync(file, `${version}\n`, { mode: 0o600 })
        return true
      } catch {
        return false
      }
    },
  }
}
