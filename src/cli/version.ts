import { readFileSync } from 'node:fs'
import { json } from './printable'

/** The version of the checkout that this program was built in; the program is at out/cli. */
export function version(asJson = false): string {
  const found = versionFound()
  if (asJson) return json({ version: found })
  return found === null
    ? 'jobtray, of an unknown version: there is no package.json beside the program.'
    : `jobtray ${found}`
}

function versionFound(): string | null {
  try {
    const read: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    const found: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, 'version') : null
    return typeof found === 'string' ? found : null
  } catch {
    return null
  }
}
