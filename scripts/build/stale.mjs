import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project.mjs'
import { programs } from './programs.mjs'

/** Everything that a build reads. */
const inputs = ['src', 'resources', 'scripts/build', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/**
 * Every file at or below the given paths, in an order that does not depend on the disk.
 * @param {string} from
 * @param {readonly string[]} paths
 * @returns {readonly string[]}
 */
const filesBelow = (from, paths) =>
  paths
    .filter(path => existsSync(join(from, path)))
    .flatMap(path =>
      statSync(join(from, path)).isDirectory()
        ? filesBelow(
            from,
            readdirSync(join(from, path)).map(name => `${path}/${name}`),
          )
        : [path],
    )
    .sort()

/**
 * One digest of names and contents: it changes when, and only when, something that a build reads did.
 * @param {string} from
 * @param {readonly string[]} paths
 */
export const digestOf = (from, paths) => {
  const hash = createHash('sha256')
  for (const file of filesBelow(from, paths))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(from, file)))
      .update('\0')
  return hash.digest('hex')
}

export const sourceDigest = () => digestOf(root, inputs)

/** @param {import('./programs.mjs').Target} target */
const stampOf = target => join(root, 'out', `.built-${target}`)

/**
 * @param {import('./programs.mjs').Target} target
 * @param {string} digest
 */
export const isBuilt = (target, digest) => {
  if (!existsSync(join(root, programs[target].output)) || !existsSync(stampOf(target))) return false
  return readFileSync(stampOf(target), 'utf8') === digest
}

/**
 * @param {import('./programs.mjs').Target} target
 * @param {string} digest of the sources as they were before the build
 */
export const markBuilt = (target, digest) => {
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stampOf(target), digest)
}
