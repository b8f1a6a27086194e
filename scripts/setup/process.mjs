import { spawn, spawnSync } from 'node:child_process'

/**
 * npm's own way to start npm: the very npm that runs us when there is one, so that its version and settings apply.
 * @param {readonly string[]} args
 * @returns {{ file: string, args: string[], shell: boolean }}
 */
export const npmCommand = args => {
  const own = process.env.npm_execpath
  if (own !== undefined && /npm-cli\.c?js$/.test(own)) {
    return { file: process.execPath, args: [own, ...args], shell: false }
  }
  return { file: 'npm', args: [...args], shell: process.platform === 'win32' }
}

/**
 * Runs to its end with our own output; resolves to the exit code, or 1 when killed by a signal.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>}
 */
export const run = (file, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })

/**
 * Runs quietly and returns what it printed; a program that is not there answers code 127.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 */
export const capture = (file, args, options = {}) => {
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  })
  return { code: error === undefined ? (status ?? 1) : 127, stdout: stdout ?? '', stderr: stderr ?? '' }
}
