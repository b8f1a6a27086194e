import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { asUser } from '../../../scripts/desktop/as-user.mjs'
import { root } from '../../../scripts/project.mjs'
import { runtime, socketIn, switches, user } from './desk.mjs'
import { askAt } from './line-client.mjs'

/** @typedef {import('./desk.mjs').Desktop} Desktop */
/** @typedef {{ readonly name: string, readonly args: (home: string) => readonly string[], readonly env?: Readonly<Record<string, string>> }} Program */
/** @typedef {Awaited<ReturnType<typeof startApp>>} App */

const profileIn = (/** @type {string} */ home) => join(home, 'profile')

/** @type {Program} */
export const jobtray = { name: 'jobtray', args: home => [root, '--live', '--profile', profileIn(home)] }
/** @type {Program} */
export const bare = { name: 'bare', args: () => [join(root, 'test/bench/bare')] }
/** @param {Readonly<Record<string, string>>} env @returns {Program} */
export const naive = env => ({ name: 'naive', args: () => [join(root, 'test/bench/naive')], env })

/**
 * Starts an app and waits for its tray item.
 * @param {Desktop} desktop @param {Program} program
 * @param {{ readonly probe?: boolean }} [options] probe: with our ears inside its main process; not for figures of memory or start
 */
export const startApp = async (desktop, program, { probe = false } = {}) => {
  // The item of an earlier run must be off the panel, or it would be taken for this one's.
  while (desktop.tray.item() !== null) await wait(20)
  const registered = desktop.tray.until(() => true)
  const ears = socketIn(desktop)
  const loaded = probe ? ['-r', join(root, 'test/bench/kit/probe.cjs')] : []
  const { file, args } = asUser(user, runtime.executable, [...switches, ...loaded, ...program.args(desktop.home)])
  const env = { ...desktop.env, ...program.env, ...(probe && { BENCH_PROBE: ears }) }
  const begun = performance.now()
  const spawnedAt = Date.now()
  const child = spawn(file, [...args], { env, stdio: 'ignore' })
  const ended = once(child, 'exit')
  await registered
  const toTrayMs = performance.now() - begun
  const { pid } = child
  if (pid === undefined) throw new Error(`${program.name} did not start`)

  return {
    pid,
    /** Ms since 1970. */
    spawnedAt,
    toTrayMs,
    /** Asks the probe. @param {object} question */
    hear: async question => (await askAt(ears, question)).value,
    /** Asks Jobtray as its command line does. @param {string} request @param {...unknown} args @returns {Promise<any>} */
    ask: async (request, ...args) => {
      const answer = await askAt(join(profileIn(desktop.home), 'jobtray.sock'), { request, args })
      if (!answer.ok) throw new Error(answer.message)
      return answer.value
    },
    /** @returns {Promise<number>} ms from the signal to the end */
    quit: async () => {
      const asked = performance.now()
      child.kill('SIGTERM')
      await ended
      return performance.now() - asked
    },
  }
}
