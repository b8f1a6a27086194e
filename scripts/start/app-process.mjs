import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { asUser } from '../desktop/as-user.mjs'
import { root } from '../project.mjs'
import { whenOrphaned } from '../setup/orphan.mjs'

const patienceMs = 10_000

/**
 * Starts the app. What Chromium says about buses and graphics is of no use to a person: it goes to a file, which is
 * worth naming only when the app failed.
 * @param {{ readonly executable: string, readonly args: readonly string[], readonly env: NodeJS.ProcessEnv, readonly user: import('../desktop/as-user.mjs').User | null, readonly sandbox: boolean }} options
 */
export const startApp = ({ executable, args, env, user, sandbox }) => {
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-start-'))
  const log = join(folder, 'app.log')
  const output = openSync(log, 'w')
  const command = asUser(user, executable, [...(sandbox ? [] : ['--no-sandbox']), root, ...args])
  // a group of its own: Ctrl-C reaches us alone, and we pass it on once
  const child = spawn(command.file, command.args, {
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  /** @type {Promise<Ending>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(endingOf(code, signal)))
  })
  return {
    ended,
    /** What a person is told when it failed. @param {string} said */
    epitaph: said => epitaphOf(said, readFileSync(log, 'utf8'), log),
    /** Asks it to quit; insists after 10 s. */
    quit: () => {
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), patienceMs).unref()
    },
    forgetLog: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** @typedef {{ readonly code: number, readonly said: string }} Ending what the shell may know, and what a person should */

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 * @returns {Ending}
 */
export const endingOf = (code, signal) =>
  signal === null
    ? { code: code ?? 1, said: `ended with code ${code ?? 1}` }
    : { code: 128 + constants.signals[signal], said: `was killed from outside (${signal})` }

/**
 * The app's own last sentence first: that is what helps, among all that Chromium writes.
 * @param {string} said
 * @param {string} text of the log
 * @param {string} log its path
 */
export const epitaphOf = (said, text, log) => {
  const own = text.split('\n').findLast(line => line.startsWith(ownPrefix))
  const where = `Jobtray ${said}; what it said is in ${log}`
  return own === undefined ? where : `${own.slice(ownPrefix.length)}\n${where}`
}

/** Begins each line on standard error that is the app's and not Chromium's. */
const ownPrefix = 'jobtray: '

/**
 * Calls for the first Ctrl-C (or SIGTERM, SIGHUP, or npm's end); a second one ends us at once.
 * @param {() => void} stop
 */
export const onInterrupt = stop => {
  let asked = false
  whenOrphaned(() => {
    asked = true
    stop()
  })
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) {
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      stop()
    })
  }
}
