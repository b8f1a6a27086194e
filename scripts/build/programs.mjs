import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project.mjs'

/** @typedef {'app' | 'cli' | 'sandbox'} Target */
/** @typedef {{ readonly output: string, readonly build: () => Promise<void> }} Program output: from the checkout's root */

/**
 * A program for plain Node in one file; only native modules stay outside.
 * @param {string} entry
 * @param {string} output
 */
const nodeProgram = async (entry, output) => {
  const { build } = await import('vite')
  const [, folder = '', file = ''] = /^(.*)\/(.*)$/.exec(output) ?? []
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['keytar', 'libsql'] },
    build: {
      ssr: entry,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: 'oxc',
      rolldownOptions: { output: { format: 'es', entryFileNames: file } },
    },
  })
}

/** Three parts, each put in its place at once: an app that starts meanwhile finds the old build or the new one. */
const electronApp = async () => {
  const next = 'out/.next'
  rmSync(join(root, next), { recursive: true, force: true })
  process.env.JOBTRAY_BUILD_FOLDER = next
  const { build } = await import('electron-vite')
  await build({ root, configFile: join(root, 'electron.vite.config.ts'), logLevel: 'warn' })
  for (const part of ['main', 'preload', 'renderer']) {
    const place = join(root, 'out', part)
    const old = join(root, next, `old-${part}`)
    if (existsSync(place)) renameSync(place, old)
    renameSync(join(root, next, part), place)
  }
  rmSync(join(root, next), { recursive: true, force: true })
}

/** @type {Readonly<Record<Target, Program>>} */
export const programs = {
  app: { output: 'out/main/index.js', build: electronApp },
  cli: { output: 'out/cli/index.js', build: () => nodeProgram('src/cli/index.ts', 'out/cli/index.js') },
  sandbox: { output: 'out/sandbox/cli.js', build: () => nodeProgram('src/sandbox/cli.ts', 'out/sandbox/cli.js') },
}

/** @type {readonly Target[]} */
export const allTargets = ['app', 'cli', 'sandbox']
