import { readFileSync } from 'node:fs'

/** The version of the checkout that this program was built in; the program is at out/cli. */
export function version(): string {
  try {
    const read: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    const found: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, 'version') : null
    return typeof found === 'string' ? `jobtray ${found}` : unknown
  } catch {
    return unknown
  }
}

const unknown = 'jobtray, of an unknown version: there is no package.json beside the program.'
