import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../project.mjs'

const packageFolder = join(root, 'node_modules', 'electron')
const firstByteMs = 20_000
const stalledMs = 30_000

/** The version that package-lock.json pins. */
export const officialVersion = () =>
  String(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version)

/**
 * @returns {string | null} the folder of the official runtime, when it is there and whole
 */
export const installedOfficial = () => {
  try {
    const version = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8').replace(/^v/, '')
    const executable = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8'))
    return version === officialVersion() && statSync(executable).isFile() ? join(packageFolder, 'dist') : null
  } catch {
    return null
  }
}

/** Bytes below a folder. @param {string} folder @returns {number} */
const bytesIn = folder => {
  let bytes = 0
  if (!existsSync(folder)) return 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    try {
      if (entry.isFile()) bytes += statSync(join(entry.parentPath ?? entry.path, entry.name)).size
    } catch {
      // renamed or removed meanwhile
    }
  }
  return bytes
}

/** The line of a stack trace that says what was wrong, without the error's class. @param {string} text */
const firstReason = text =>
  text
    .split('\n')
    .find(line => /\S/.test(line) && !/^\s+at /.test(line))
    ?.trim()
    .replace(/^\w*Error: /, '') ?? ''

/**
 * Runs the electron package's own installer. It has no time limit and reports no progress, so we watch the folders it
 * fills: nothing within 20 s, or no growth for 30 s, is a refusal.
 * @returns {Promise<string | null>} null when it is installed, else why not
 */
export const downloadOfficial = async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'jobtray-download-'))
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' }
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', chunk => {
    errors += chunk
  })
  let bytes = 0
  let answered = false
  let changedAt = Date.now()
  let stalled = false
  const watch = setInterval(() => {
    const now = bytesIn(temporary) + bytesIn(join(packageFolder, 'dist'))
    if (now !== bytes) {
      answered = true
      changedAt = Date.now()
    }
    bytes = now
    if (Date.now() - changedAt <= (answered ? stalledMs : firstByteMs)) return
    stalled = true
    child.kill('SIGKILL')
  }, 250)
  try {
    const code = await new Promise(resolve => child.once('close', resolve))
    if (stalled) return !answered ? `no answer within ${firstByteMs / 1000} s` : 'it stalled'
    if (code !== 0) return firstReason(errors) || `its installer ended with ${code}`
    return installedOfficial() === null ? 'its installer left nothing behind' : null
  } finally {
    clearInterval(watch)
    rmSync(temporary, { recursive: true, force: true })
  }
}
