import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { asUser } from './as-user.mjs'

/** @typedef {{ readonly process: import('node:child_process').ChildProcess, readonly errors: () => string, stop(): Promise<void> }} Child */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/**
 * Starts a helper that never outlives us, in a process group of its own: a Ctrl-C is for us to answer. What it says is kept for error messages only.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ readonly user: import('./as-user.mjs').User | null, readonly env: NodeJS.ProcessEnv, readonly input?: string }} options
 * @returns {Child} its third pipe (fd 3) is open for it to answer on
 */
export const startChild = (file, args, { user, env, input }) => {
  const command = asUser(user, file, args)
  const child = spawn(command.file, command.args, { env, detached: true, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let errors = ''
  child.stderr?.on('data', chunk => {
    errors = (errors + chunk).slice(-4000)
  })
  child.stdin?.on('error', () => {})
  child.stdin?.end(input ?? '')
  return {
    process: child,
    errors: () => errors,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const hard = setTimeout(() => child.kill('SIGKILL'), 2000)
      await gone
      clearTimeout(hard)
    },
  }
}

/**
 * The first line a child writes to fd 3.
 * @param {Child} child
 * @param {string} name for the error message
 * @returns {Promise<string>}
 */
export const firstLine = (child, name) =>
  new Promise((resolve, reject) => {
    const pipe = child.process.stdio[3]
    if (pipe === null || pipe === undefined || !('setEncoding' in pipe))
      throw new Error(`${name} has no pipe to answer on`)
    let line = ''
    pipe.setEncoding('utf8')
    pipe.on('data', chunk => {
      line += chunk
      if (line.includes('\n')) resolve(line.slice(0, line.indexOf('\n')))
    })
    child.process.once('error', reject)
    child.process.once('exit', code => reject(new Error(`${name} ended with ${code}: ${child.errors().trim()}`)))
  })
