import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'
import { readArguments } from './arguments.mjs'

/** Starts the app whose folder is named on the command line, as a development Electron does. */

/**
 * Electron has these without declaring them; its own default app calls them.
 * @typedef {import('electron').App & { setVersion(version: string): void, setAppPath(folder: string): void }} SettableApp
 */
const settable = /** @type {SettableApp} */ (app)

const { app: named, required } = readArguments(process.argv.slice(1))
const load = createRequire(join(process.cwd(), 'package.json'))
for (const file of required) load(file)

if (named === null) {
  console.log(`v${process.versions.electron}`)
  app.exit(0)
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const folder = resolve(named)
  const manifest = join(folder, 'package.json')
  let main = folder
  if (existsSync(manifest)) {
    const { name, productName, version, desktopName, main: entry } = JSON.parse(readFileSync(manifest, 'utf8'))
    if (version) settable.setVersion(version)
    if (productName || name) app.setName(productName || name)
    app.setDesktopName(desktopName || `${app.getName()}.desktop`)
    settable.setAppPath(folder)
    main = join(folder, entry || 'index.js')
  } else {
    settable.setAppPath(dirname(folder))
  }
  try {
    await import(pathToFileURL(main).href)
  } catch (error) {
    console.error(error)
    app.exit(1)
  }
}
