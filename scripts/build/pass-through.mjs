import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { asUser } from '../desktop/as-user.mjs'
import { root } from '../project.mjs'
import { whenOrphaned } from '../setup/orphan.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { programs } from './programs.mjs'

/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a built program in the foreground: its streams, signals and exit code are ours.
 * @param {import('./programs.mjs').Target} target
 * @param {readonly string[]} words
 * @returns {Promise<number>} the exit code, 128 + the signal's number when it was killed
 */
export const passThrough = async (target, words) => {
  await ensureBuilt([target])
  const { file, args } = asUser(null, process.execPath, [join(root, programs[target].output), ...words])
  const child = spawn(file, args, { stdio: 'inherit' })
  whenOrphaned(() => child.kill('SIGTERM'))
  // a terminal's Ctrl-C reaches the child by itself; a second SIGINT from us would be one too many
  for (const signal of passedOn) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  })
}
