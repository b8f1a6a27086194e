import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { asUser, canSandbox } from '../../scripts/desktop/as-user.mjs'
import { openDesktop } from '../../scripts/desktop/open.mjs'
import { proportionalMemory } from './memory.mjs'

/** Shared pages settle for this long before memory is read, ms. */
const settleMs = 8_000

/**
 * Starts an app alone on a fresh desktop: ms from spawn until its tray item is on the panel, then its memory.
 * @param {{ executable: string, user: import('../../scripts/desktop/as-user.mjs').User | null, args: (home: string) => readonly string[], prepare?: (desktop: import('../../scripts/desktop/open.mjs').Desktop) => Promise<void>, memory: boolean }} options
 */
export const oneRun = async ({ executable, user, args, prepare, memory }) => {
  const desktop = await openDesktop({ user })
  try {
    await prepare?.(desktop)
    // The item of the first run must be off the panel, or it would be taken for the one that is measured.
    while (desktop.tray.item() !== null) await wait(20)
    const registered = desktop.tray.until(() => true)
    const sandbox = canSandbox(user) ? [] : ['--no-sandbox']
    const { file, args: all } = asUser(user, executable, [...sandbox, ...args(desktop.home)])
    const begun = performance.now()
    const child = spawn(file, [...all], { env: desktop.env, stdio: 'ignore' })
    await registered
    const toTrayMs = performance.now() - begun
    if (memory) await wait(settleMs)
    const pss = memory && child.pid !== undefined ? proportionalMemory(child.pid) : null
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    return { toTrayMs, pss }
  } finally {
    await desktop.close()
  }
}
