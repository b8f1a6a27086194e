import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { appUser, canSandbox } from '../../../scripts/desktop/as-user.mjs'
import { openDesktop } from '../../../scripts/desktop/open.mjs'
import { root } from '../../../scripts/project.mjs'
import { resolveRuntime } from '../../../scripts/runtime/resolve.mjs'

/** @typedef {import('../../../scripts/desktop/open.mjs').Desktop} Desktop */

export const runtime = await resolveRuntime()
export const user = appUser([runtime.executable, join(root, 'package.json'), join(root, 'test/bench/bench.mjs')])
export const switches = canSandbox(user) ? [] : ['--no-sandbox']

/**
 * Lends a fresh desktop for as long as the work takes: one app alone on it.
 * @template T @param {(desktop: Desktop) => Promise<T>} work @returns {Promise<T>}
 */
export const onDesktop = async work => {
  const desktop = await openDesktop({ user })
  try {
    return await work(desktop)
  } finally {
    await desktop.close()
  }
}

/** A path for a socket that the app's user may make. @param {Desktop} desktop */
export const socketIn = desktop => join(desktop.home, `probe-${randomBytes(3).toString('hex')}.sock`)
