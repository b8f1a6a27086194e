import { closeSync, constants, fstatSync, lstatSync, openSync, type Stats, statSync } from 'node:fs'

/** Users whose app may be asked, by number; null: the system has none. */
export type Owners = ReadonlySet<number> | null

/**
 * Whose app may be told a key: one's own, and of root also that of whoever owns the profile. A path too long for a socket,
 * or a profile that may only be read, has its socket in the temporary folder, where anybody may have put one.
 */
export function ownersOf(profile: string | null = null, user: number | undefined = process.getuid?.()): Owners {
  if (user === undefined) return null
  return new Set(user === 0 && profile !== null ? [user, ...ownerOf(profile)] : [user])
}

function ownerOf(folder: string): readonly number[] {
  try {
    return [statSync(folder).uid]
  } catch {
    return []
  }
}

export type Door =
  /** What to connect to, until it is closed: the very socket that was looked at, whatever lies at its path by then. */
  | { readonly kind: 'open'; readonly path: string; readonly close: () => void }
  | { readonly kind: 'none' }
  /** One sentence. */
  | { readonly kind: 'refused'; readonly why: string }

/** The socket at a path, if it is one that may be asked. */
export function openDoor(path: string, owners: Owners, platform: string = process.platform): Door {
  if (platform === 'win32') return { kind: 'open', path, close: () => undefined }
  try {
    return platform === 'linux' ? held(path, owners) : judged(lstatSync(path), owners, path, () => undefined)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return { kind: 'none' }
    if (code === 'EACCES') return { kind: 'refused', why: 'This profile belongs to another user: ask as that user.' }
    throw error
  }
}

/** Linux's handle on a file that is not opened (open(2)); Node has no name for it. */
const O_PATH = 0o10000000

/**
 * Held while it is looked at and connected to. Elsewhere the temporary folder is one's own or a sticky one, from which
 * others can take nothing away.
 */
function held(path: string, owners: Owners): Door {
  const handle = openSync(path, O_PATH | constants.O_NOFOLLOW)
  const close = () => closeSync(handle)
  const door = judged(fstatSync(handle), owners, `/proc/self/fd/${handle}`, close)
  if (door.kind !== 'open') close()
  return door
}

function judged(found: Stats, owners: Owners, path: string, close: () => void): Door {
  if (!found.isSocket()) return { kind: 'none' }
  if (owners === null || owners.has(found.uid)) return { kind: 'open', path, close }
  return {
    kind: 'refused',
    why: `What listens for this profile belongs to another user, number ${found.uid}, and was asked nothing: if it is Jobtray, ask as that user.`,
  }
}
