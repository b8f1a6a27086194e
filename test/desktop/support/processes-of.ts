import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** The process that holds a profile, also one that nobody here started; null: none does. Chromium's own lock names it. */
export function holderOf(profile: string): number | null {
  try {
    const pid = Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1])
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}

/** How many pages the app of a profile has in processes of their own. */
export const pagesOf = (profile: string): number =>
  readdirSync('/proc').filter(name => {
    try {
      const line = /^\d+$/.test(name) ? readFileSync(`/proc/${name}/cmdline`, 'utf8') : ''
      return line.includes('--type=renderer') && line.includes(`--user-data-dir=${profile}`)
    } catch {
      return false
    }
  }).length
