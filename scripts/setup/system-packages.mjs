/**
 * What Debian and its children must have, and when. A name that was renamed (the 64-bit time_t change of Ubuntu 24.04
 * and Debian 13) lists both; either one satisfies it.
 */

/** @typedef {{ readonly names: readonly string[], readonly file: string }} SystemPackage names in order of preference; file: a library or program that tells on other systems */

/** @type {readonly SystemPackage[]} */
export const runtimePackages = [
  { names: ['libgtk-3-0', 'libgtk-3-0t64'], file: 'libgtk-3.so.0' },
  { names: ['libnss3'], file: 'libnss3.so' },
  { names: ['libasound2', 'libasound2t64'], file: 'libasound.so.2' },
  { names: ['libgbm1'], file: 'libgbm.so.1' },
  { names: ['libxss1'], file: 'libXss.so.1' },
  { names: ['libnotify4'], file: 'libnotify.so.4' },
  { names: ['libsecret-1-0'], file: 'libsecret-1.so.0' },
]

/** For keytar where its prebuilt binary cannot be fetched. @type {readonly SystemPackage[]} */
export const buildPackages = [
  { names: ['libsecret-1-dev'], file: 'pkg-config' },
  { names: ['g++'], file: 'g++' },
  { names: ['make'], file: 'make' },
  { names: ['python3'], file: 'python3' },
]

/** A desktop without a screen. @type {readonly SystemPackage[]} */
export const desktopPackages = [
  { names: ['xvfb'], file: 'Xvfb' },
  { names: ['dbus'], file: 'dbus-daemon' },
  { names: ['gnome-keyring'], file: 'gnome-keyring-daemon' },
]

/**
 * @param {{ readonly keytarBuilt: boolean, readonly privateDesktop: boolean }} situation
 * @returns {readonly SystemPackage[]}
 */
export const neededPackages = ({ keytarBuilt, privateDesktop }) => [
  ...runtimePackages,
  ...(keytarBuilt ? [] : buildPackages),
  ...(privateDesktop ? desktopPackages : []),
]

/**
 * @param {readonly SystemPackage[]} needed
 * @param {ReadonlySet<string>} installed
 */
export const missingPackages = (needed, installed) =>
  needed.filter(({ names }) => !names.some(name => installed.has(name)))

/**
 * The names to hand to apt-get: of each package the first that this release can install, else its first name.
 * @param {readonly SystemPackage[]} missing
 * @param {ReadonlySet<string>} installable
 */
export const namesToInstall = (missing, installable) =>
  missing.map(({ names }) => names.find(name => installable.has(name)) ?? names[0] ?? '')

/**
 * Reads what dpkg-query shows: one package a line, its name, a tab, its status.
 * @param {string} output
 * @returns {ReadonlySet<string>}
 */
export const readInstalled = output =>
  new Set(
    output
      .split('\n')
      .map(line => line.split('\t'))
      .filter(([, status]) => status?.startsWith('ii'))
      .map(([name]) => name ?? ''),
  )

/**
 * Reads `apt-cache policy NAME...`: a virtual or unknown package has no candidate.
 * @param {string} output
 * @returns {ReadonlySet<string>}
 */
export const readInstallable = output => {
  const found = new Set()
  let name = ''
  for (const line of output.split('\n')) {
    const heading = /^(\S+):$/.exec(line)
    if (heading !== null) name = heading[1]?.replace(/:.*$/, '') ?? ''
    if (/^\s+Candidate: (?!\(none\))/.test(line)) found.add(name)
  }
  return found
}
