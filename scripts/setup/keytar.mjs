import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from '../project.mjs'
import { capture, npmCommand } from './process.mjs'
import { Stop } from './stop.mjs'

const problem = () => {
  try {
    createRequire(join(root, 'package.json'))('keytar')
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  }
}

/**
 * The line in which node-gyp says what went wrong.
 * @param {string} output
 */
export const buildReason = output =>
  /gyp ERR! stack (?:Error: )?(.+)/.exec(output)?.[1]?.trim() ?? /(?:error|Error): (.+)/.exec(output)?.[1]?.trim() ?? ''

/** Where this Node keeps its own headers, when it came with them: node-gyp then downloads none. */
const ownHeaders = () => {
  const prefix = dirname(dirname(process.execPath))
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? { npm_config_nodedir: prefix } : {}
}

/**
 * keytar is native: its install script fetches it, else builds it.
 * @throws {Stop} with the packages to install
 */
export const ensureKeytar = () => {
  const before = problem()
  if (before === null) return
  console.error('Getting keytar, which speaks to the keychain')
  const { file, args, shell } = npmCommand(['rebuild', 'keytar', '--foreground-scripts'])
  const { stdout, stderr } = capture(file, args, { cwd: root, shell, env: { ...ownHeaders(), ...process.env } })
  const after = problem()
  if (after === null) return
  const why = buildReason(`${stderr}\n${stdout}`) || after
  const needed =
    process.platform === 'linux' ? 'libsecret-1-dev, g++, make and python3' : 'the C++ build tools of your system'
  throw new Stop(
    `keytar, which speaks to the keychain, could be neither fetched nor built (${why}). Install ${needed}, then try again.`,
  )
}
