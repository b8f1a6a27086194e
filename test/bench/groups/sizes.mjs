import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../../../scripts/project.mjs'

const out = (/** @type {readonly string[]} */ ...parts) => join(root, 'out', ...parts)
const kb = (/** @type {number} */ bytes) => bytes / 1_000

/** A file and all that it imports at once, without what it imports later. @param {string} folder @param {string} file @param {Set<string>} found */
const withStatic = (folder, file, found = new Set()) => {
  const path = join(folder, file)
  if (found.has(path)) return found
  found.add(path)
  const text = readFileSync(path, 'utf8')
  for (const [, next = ''] of text.matchAll(/(?:from|^import|;import|\}import)\s*["'](\.[^"']+)["']/g))
    withStatic(join(path, '..'), next, found)
  return found
}

/** The bundles as they lie in out/. @type {import('../bench.mjs').Group} */
export const sizes = async () => {
  const chunk = readdirSync(out('main', 'chunks')).find(name => name.startsWith('start-')) ?? ''
  const main = [...withStatic(out('main'), 'index.js'), ...withStatic(out('main', 'chunks'), chunk)]
  const page = readFileSync(out('renderer', 'index.html'), 'utf8')
  const first = [...page.matchAll(/<script[^>]+src="([^"]+)"/g)].flatMap(([, source = '']) => [
    ...withStatic(out('renderer'), source.replace(/^\.?\//, '')),
  ])
  const sum = (/** @type {readonly string[]} */ files, /** @type {(file: string) => number} */ size) =>
    [...new Set(files)].reduce((total, file) => total + size(file), 0)
  return [
    {
      id: 'size.main',
      ours: [kb(sum(main, file => statSync(file).size))],
      note: 'what every start loads; undici, D-Bus and the sandbox are loaded when they are needed',
    },
    { id: 'size.preload', ours: [kb(statSync(out('preload', 'index.cjs')).size)] },
    { id: 'size.renderer', ours: [kb(sum(first, file => gzipSync(readFileSync(file)).length))] },
  ]
}
