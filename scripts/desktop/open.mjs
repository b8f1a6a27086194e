import { chownSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startBus } from './bus.mjs'
import { connectBus } from './bus-client.mjs'
import { startDisplay } from './display.mjs'
import { startKeyring } from './keyring.mjs'
import { startLogind } from './logind.mjs'
import { startMute, startRecorder } from './recorder.mjs'
import { startTrayHost } from './tray-host.mjs'
import { makeWorkFolder } from './work-folder.mjs'

/**
 * @typedef {object} DesktopOptions
 * @property {import('./as-user.mjs').User | null} [user] whom its parts, and the app, run as; null: as we are
 * @property {boolean} [display] default true
 * @property {'unlocked' | 'locked' | 'absent'} [keyring] default unlocked
 * @property {'recorder' | 'absent' | 'dead' | 'mute'} [notifications] dead: the bus can start it but it never comes up; mute: it is there and never answers
 * @property {boolean} [trayHost] default true
 * @property {boolean} [logind] whether something tells of sleep, lock and battery; default false
 */

/** A desktop of its own for one app: what is the machine's own is out of reach. @param {DesktopOptions} [options] */
export const openDesktop = async ({
  user = null,
  display = true,
  keyring = 'unlocked',
  notifications = 'recorder',
  trayHost = true,
  logind = false,
} = {}) => {
  const folder = makeWorkFolder()
  /** @type {(() => unknown)[]} */
  const closers = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 })]
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    for (const closer of closers.reverse()) await closer()
  }
  /** @param {string} name @param {number} mode */
  const ownFolder = (name, mode) => {
    const path = join(folder, name)
    mkdirSync(path, { mode })
    if (user !== null) chownSync(path, user.uid, user.gid)
    return path
  }
  try {
    if (user !== null) chownSync(folder, user.uid, user.gid)
    const home = ownFolder('home', 0o700)
    /** @type {Record<string, string>} */
    const env = {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      LANG: 'C.UTF-8',
      HOME: home,
      TMPDIR: ownFolder('tmp', 0o700),
      XDG_RUNTIME_DIR: ownFolder('run', 0o700),
      XDG_SESSION_TYPE: 'x11',
      // the machine's own system bus would report its sleep and its network to the app
      DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(folder, 'no-system-bus')}`,
      NO_AT_BRIDGE: '1',
      GSETTINGS_BACKEND: 'memory',
    }
    const screen = display ? await startDisplay({ folder, user, env }) : null
    if (screen !== null) {
      closers.push(screen.stop)
      Object.assign(env, screen.env)
    }
    const activatable =
      notifications === 'dead' ? [{ name: 'org.freedesktop.Notifications', command: '/bin/sleep 300' }] : []
    const daemon = await startBus({ folder, user, env, activatable })
    closers.push(daemon.stop)
    env.DBUS_SESSION_BUS_ADDRESS = daemon.address
    const bus = await connectBus(daemon.address)
    closers.push(bus.close)
    const login = logind ? await startLogind({ folder, user, env }) : null
    if (login !== null) {
      closers.push(login.stop)
      env.DBUS_SYSTEM_BUS_ADDRESS = login.address
    }
    const keys = keyring === 'absent' ? null : await startKeyring({ user, env, bus, locked: keyring === 'locked' })
    if (keys !== null) closers.push(keys.stop)
    const notices = notifications === 'recorder' ? await startRecorder(bus) : null
    if (notifications === 'mute') await startMute(bus)
    const tray = trayHost ? await startTrayHost(bus) : null

    return {
      /** The whole environment for a program on this desktop; nothing of ours is inherited but PATH. */
      env: /** @type {Readonly<Record<string, string>>} */ (env),
      /** Writable by the app's user, gone at close. */
      home,
      user,
      bus,
      get tray() {
        if (tray === null) throw new Error('this desktop has no tray host')
        return tray
      },
      get notices() {
        if (notices === null) throw new Error('this desktop has no recorder of notifications')
        return notices
      },
      get logind() {
        if (login === null) throw new Error('nothing tells this desktop of sleep')
        return login
      },
      get keyring() {
        if (keys === null) throw new Error('this desktop has no keyring')
        return keys
      },
      /** Resolves when its tray, if it has one, shows nothing of a process that has ended. @param {number} pid */
      trayWithout: async pid => tray?.without(pid),
      /** @param {string} file a PNG to write */
      screenshot: file => {
        if (screen === null) throw new Error('this desktop has no display')
        screen.screenshot(file)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** @typedef {Awaited<ReturnType<typeof openDesktop>>} Desktop */
