import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project.mjs'
import { isInstalledAsLocked, stampText } from './lock.mjs'
import { capture, npmCommand, run } from './process.mjs'
import { Stop } from './stop.mjs'

const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules', '.jobtray-lock')

/** @param {string} file */
const readOrEmpty = file => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** @param {string} text @returns {import('./lock.mjs').Lock} */
const parseLock = text => JSON.parse(text)

const wantedStamp = () => stampText(createHash('sha256').update(readFileSync(lockFile)).digest('hex'), process)

const isFresh = () => {
  const wanted = wantedStamp()
  const stamp = readOrEmpty(stampFile)
  if (stamp === wanted) return true
  const otherMachine = stamp !== '' && stamp.split(' ')[1] !== wanted.split(' ')[1]
  const record = readOrEmpty(join(root, 'node_modules', '.package-lock.json'))
  if (otherMachine || record === '') return false
  if (!isInstalledAsLocked(parseLock(readFileSync(lockFile, 'utf8')), parseLock(record))) return false
  writeFileSync(stampFile, wanted)
  return true
}

/**
 * Without install scripts: keytar alone has one, and it gets its own turn and its own message (ensureKeytar).
 * @throws {Stop}
 */
export const ensureDependencies = async () => {
  if (isFresh()) return
  console.error('Installing the locked dependencies (npm ci)')
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const ci = npmCommand(['ci', ...options])
  const code = await run(ci.file, ci.args, { cwd: root, shell: ci.shell, stdio: ['ignore', 'ignore', 'inherit'] })
  if (code !== 0) {
    throw new Stop(
      'npm ci failed: see its message above. Check the network and the npm registry settings, then try again.',
    )
  }
  writeFileSync(stampFile, wantedStamp())
  // our own: sets the git hooks, which only a git checkout can have
  const prepare = npmCommand(['run', '--silent', 'prepare'])
  capture(prepare.file, prepare.args, { cwd: root, shell: prepare.shell })
}
