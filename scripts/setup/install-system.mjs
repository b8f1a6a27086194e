import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture, run } from './process.mjs'
import { Stop } from './stop.mjs'
import { missingPackages, namesToInstall, readInstallable, readInstalled } from './system-packages.mjs'

/** @typedef {import('./system-packages.mjs').SystemPackage} SystemPackage */

/** @param {readonly SystemPackage[]} packages */
const allNames = packages => packages.flatMap(({ names }) => names)

/** @param {readonly SystemPackage[]} needed */
const missingOnDebian = needed => {
  // dpkg-query exits with 1 when one of the names is unknown, and still lists the others
  const { stdout } = capture('dpkg-query', ['-W', '-f', `\${Package}\t\${db:Status-Abbrev}\n`, ...allNames(needed)])
  return missingPackages(needed, readInstalled(stdout))
}

/** @param {readonly SystemPackage[]} missing */
const aptNames = missing => {
  const { stdout } = capture('apt-cache', ['policy', ...allNames(missing)], { env: { ...process.env, LC_ALL: 'C' } })
  const installable = readInstallable(stdout)
  return {
    names: namesToInstall(missing, installable),
    allKnown: missing.every(p => p.names.some(n => installable.has(n))),
  }
}

/** @param {readonly string[]} args */
const aptGet = args =>
  run('apt-get', ['-q', '-y', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

/** @param {readonly SystemPackage[]} needed */
const installOnDebian = async needed => {
  const missing = missingOnDebian(needed)
  if (missing.length === 0) return
  let { names, allKnown } = aptNames(missing)
  if (process.getuid?.() !== 0) {
    throw new Stop(
      `Some system packages are missing. Install them and try again:\n  sudo apt-get install ${names.join(' ')}`,
    )
  }
  console.error(`Installing system packages: ${names.join(' ')}`)
  const install = () => aptGet(['install', '--no-install-recommends', ...names])
  if (allKnown && (await install()) === 0) return
  // package lists absent or out of date
  if ((await aptGet(['update'])) === 0) {
    names = aptNames(missing).names
    if ((await install()) === 0) return
  }
  throw new Stop(`apt-get could not install them. See its message above, then try: apt-get install ${names.join(' ')}`)
}

/** @param {string} file a library (by its soname) or a program */
const isPresent = (file, libraries = '') =>
  file.includes('.so')
    ? libraries.includes(file)
    : (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, file)))

/** @param {readonly SystemPackage[]} needed */
const tellOnOtherLinux = needed => {
  const { code, stdout } = capture('ldconfig', ['-p'])
  const missing = needed.filter(({ file }) => (file.includes('.so') && code !== 0 ? false : !isPresent(file, stdout)))
  if (missing.length === 0) return
  // a hint, not a verdict: libraries may live where ldconfig does not look
  console.warn(
    `These seem to be missing; install them with your package manager: ${missing.map(({ file }) => file).join(', ')}`,
  )
}

/**
 * As root on Debian and its children installs what is missing; elsewhere says what is missing.
 * @param {readonly SystemPackage[]} needed
 * @throws {Stop} with the one line that installs them
 */
export const ensureSystemPackages = async needed => {
  if (process.platform !== 'linux') return
  if (existsSync('/var/lib/dpkg/status')) await installOnDebian(needed)
  else tellOnOtherLinux(needed)
}
