import { chmodSync, mkdirSync } from 'node:fs'
import { app } from 'electron'
import type { Launch } from '../arguments'

/**
 * Makes the profile folder this process's own: private (reliability item 28) and held by one process at a time.
 * False when another has it; that one is told, and shows its window.
 */
export function takeProfile({ profile, mode }: Launch): boolean {
  process.umask(0o077)
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  chmodSync(profile, 0o700)
  app.setName(mode === 'demo' ? 'Jobtray Demo' : 'Jobtray')
  app.setPath('userData', profile)
  return app.requestSingleInstanceLock()
}
