import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { writeVerified } from '../settings/verified-write'
import type { LeftWindow } from './window-bounds'

/** Where the window was when it was last closed. Of so little worth that trouble with its file is nobody's trouble. */
export function leftWindowIn(profile: string) {
  const file = join(profile, 'window.json')
  return {
    read(): unknown {
      try {
        return JSON.parse(readFileSync(file, 'utf8'))
      } catch {
        return null
      }
    },
    write(left: LeftWindow): void {
      try {
        writeVerified(`${file}.half`, JSON.stringify(left))
        renameSync(`${file}.half`, file)
      } catch {
        // The next window opens where an earlier one was.
      }
    },
  }
}

export type LeftWindowFile = ReturnType<typeof leftWindowIn>
