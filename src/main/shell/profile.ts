import { chmodSync, mkdirSync } from 'node:fs'
import { app } from 'electron'
import type { Launch } from '../arguments'
import { maySaveIn, standIn } from '../profile/read-only'

export type HeldProfile = {
  /** What the app works in. */
  readonly folder: string
  /** It stands in for a profile that may not be written to: what is done there is forgotten. */
  readonly isStandIn: boolean
}

/**
 * Makes the profile folder this process's own: private (reliability item 28) and held by one process at a time.
 * Null when another has it; that one is told, and shows its window.
 */
export function takeProfile({ profile, mode }: Launch): HeldProfile | null {
  process.umask(0o077)
  const held = hold(profile)
  app.setName(mode === 'demo' ? 'Jobtray Demo' : 'Jobtray')
  app.setPath('userData', held.folder)
  return app.requestSingleInstanceLock() ? held : null
}

/** A folder on a read-only disk, or another user's, is no reason not to watch (reliability fault 37). */
function hold(profile: string): HeldProfile {
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    chmodSync(profile, 0o700)
    return { folder: profile, isStandIn: false }
  } catch (error) {
    if (maySaveIn(profile)) throw error
    return { folder: standIn(profile), isStandIn: true }
  }
}
