import { Stop } from './stop.mjs'

/**
 * @param {string} version such as `20.19.4`
 * @param {string} least such as `20.19`
 */
export const isAtLeast = (version, least) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number)
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}

/**
 * @param {string} range the package's `engines.node`, of the form `>=20.19`
 * @throws {Stop} when this Node is older
 */
export const checkNode = range => {
  const least = range.replace(/^>=\s*/, '')
  if (!isAtLeast(process.versions.node, least)) {
    throw new Stop(`Jobtray needs Node ${least} or newer; this is ${process.versions.node}. Install a newer Node.`)
  }
}
