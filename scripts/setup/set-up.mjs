import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project.mjs'
import { describeRuntime, resolveRuntime } from '../runtime/resolve.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureSystemPackages } from './install-system.mjs'
import { ensureKeytar } from './keytar.mjs'
import { checkNode } from './node-version.mjs'
import { neededPackages } from './system-packages.mjs'

/**
 * The locked dependencies and no more, for programs that need no desktop. What a command was told wrong it says before
 * this, and what comes from node_modules it imports after.
 * @throws {import('./stop.mjs').Stop}
 */
export const setUpPackages = async () => {
  checkNode(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node)
  await ensureDependencies()
}

/**
 * All that the app needs to run.
 * @param {{ readonly privateDesktop: boolean }} [needs]
 * @returns {Promise<import('../runtime/resolve.mjs').Runtime>}
 * @throws {import('./stop.mjs').Stop}
 */
export const setUp = async ({ privateDesktop } = { privateDesktop: true }) => {
  checkNode(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node)
  // keytar may have to be built against libsecret
  const keytarBuilt = existsSync(join(root, 'node_modules/keytar/build/Release/keytar.node'))
  await ensureSystemPackages(neededPackages({ keytarBuilt, privateDesktop }))
  await ensureDependencies()
  ensureKeytar()
  const runtime = await resolveRuntime()
  console.error(describeRuntime(runtime))
  return runtime
}
