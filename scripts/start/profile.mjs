import { connect } from 'node:net'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { cacheFolder } from '../runtime/cache.mjs'

/** @typedef {'demo' | 'live'} Mode */

/**
 * The person's own profile on Linux, where private desktops are; src/profile/paths.ts has the rule of all systems.
 * @param {Mode} mode
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} home
 */
export const ownProfile = (mode, env = process.env, home = homedir()) => {
  const xdg = env.XDG_CONFIG_HOME ?? ''
  return join(isAbsolute(xdg) ? xdg : join(home, '.config'), mode === 'demo' ? 'Jobtray Demo' : 'Jobtray')
}

/**
 * Where root's app keeps its profile when it runs as someone else, who cannot enter root's home. Nobody but root can put
 * a folder there first, as anybody could in the temporary folder.
 * @param {Mode} mode
 */
export const sharedProfile = mode => join(cacheFolder(), `profile-${mode}`)

/**
 * Whether an app runs in this profile and answers the command line.
 * @param {string} profile
 * @returns {Promise<boolean>}
 */
export const isRunningIn = profile =>
  new Promise(resolve => {
    const socket = connect(join(profile, 'jobtray.sock'))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

/**
 * Where the command line of root finds an app that runs as someone else; null: where it looks anyway.
 * @param {readonly string[]} words of the command line
 * @returns {Promise<string | null>}
 */
export const profileElsewhere = async words => {
  if (process.getuid?.() !== 0 || words.some(word => /^--profile(=|$)/.test(word))) return null
  const mode = words.includes('--demo') ? 'demo' : 'live'
  if (await isRunningIn(ownProfile(mode))) return null
  return (await isRunningIn(sharedProfile(mode))) ? sharedProfile(mode) : null
}
