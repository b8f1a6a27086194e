/** Says whether node_modules is what package-lock.json asks for. Values in, values out. */

/** @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean, readonly link?: boolean }} LockedPackage */
/** @typedef {{ readonly packages?: Readonly<Record<string, LockedPackage>> }} Lock */

/**
 * npm keeps its own record of what it installed in node_modules/.package-lock.json. Optional packages may rightly be
 * absent: those of other platforms are never installed.
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 */
export const isInstalledAsLocked = (lock, installed) =>
  Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages?.[path]
    if (found === undefined) return wanted.optional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })

/**
 * What our stamp in node_modules says: the lock it was installed from, and the kind of machine it was installed for.
 * @param {string} lockDigest
 * @param {{ readonly platform: string, readonly arch: string }} machine
 */
export const stampText = (lockDigest, { platform, arch }) => `${lockDigest} ${platform}-${arch}\n`
