import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const hour = 3_600_000

/**
 * Outside the checkout, so that a fresh clone finds it again. Root's is readable by all: the app runs as someone else.
 * @returns {string} an existing folder
 */
export const cacheFolder = () => {
  const folder =
    process.getuid?.() === 0
      ? '/var/cache/jobtray'
      : join(
          process.env.XDG_CACHE_HOME || join(homedir(), process.platform === 'win32' ? 'AppData/Local' : '.cache'),
          'jobtray',
        )
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

/**
 * Work folders end in their process id; one that is hours old belongs to a setup that was killed.
 * @param {string} folder
 */
export const sweepUnfinished = folder => {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('.making-')) continue
    const path = join(folder, name)
    if (Date.now() - statSync(path).mtimeMs > 2 * hour) rmSync(path, { recursive: true, force: true })
  }
}
