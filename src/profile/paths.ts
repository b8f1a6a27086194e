import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

export type Mode = 'demo' | 'live'

type Where = {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const here = (): Where => ({ platform: process.platform, env: process.env, home: homedir() })

/** The folder of a mode's own profile, where each system keeps such things. The demo never shares one with real work. */
export function defaultProfile(mode: Mode, { platform, env, home }: Where = here()): string {
  const name = mode === 'demo' ? 'Jobtray Demo' : 'Jobtray'
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name)
  const xdg = env.XDG_CONFIG_HOME ?? ''
  // The XDG specification has an empty or relative value passed over.
  return join(isAbsolute(xdg) ? xdg : join(home, '.config'), name)
}

/** A socket's path may hold at most 107 bytes on Linux and 103 on macOS. */
const longestSocketPath = 100

/** A missing folder is none: it will be made. */
function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return false
  } catch {
    return existsSync(folder)
  }
}

/** The app may have been started with another TMPDIR than the command line that looks for it, as on a private desktop. */
const sharedFolder = (platform: string): string => (platform === 'linux' ? '/tmp' : tmpdir())

const digestOf = (profile: string): string => createHash('sha256').update(resolve(profile)).digest('hex').slice(0, 16)

/** Where it listens when it cannot in its profile. */
export const socketElsewhere = (profile: string, platform: string = process.platform): string =>
  join(sharedFolder(platform), `jobtray-${digestOf(profile)}.sock`)

/** Where the running app of a profile listens to the command line. */
export function socketPath(profile: string, platform: string = process.platform): string {
  const [first = '', elsewhere = first] = socketPaths(profile, platform)
  return elsewhere !== first && isReadOnly(resolve(profile)) ? elsewhere : first
}

/**
 * Where the command line looks for it, in this order: whether the app may write to its profile, only the app knows. Root
 * may write anywhere, and a disk can be read-only in the app's own mounts alone.
 */
export function socketPaths(profile: string, platform: string = process.platform): readonly string[] {
  if (platform === 'win32') return [`\\\\.\\pipe\\jobtray-${digestOf(profile)}`]
  const path = join(resolve(profile), 'jobtray.sock')
  const elsewhere = socketElsewhere(profile, platform)
  return Buffer.byteLength(path) <= longestSocketPath ? [path, elsewhere] : [elsewhere]
}
