import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'
import { describeRuntime, resolveRuntime } from './runtime/resolve.mjs'
import { ensureDependencies } from './setup/dependencies.mjs'
import { hasDisplay } from './setup/display.mjs'
import { ensureSystemPackages } from './setup/install-system.mjs'
import { ensureKeytar } from './setup/keytar.mjs'
import { checkNode } from './setup/node-version.mjs'
import { runCommand } from './setup/stop.mjs'
import { neededPackages } from './setup/system-packages.mjs'

/** `--only packages`: the locked dependencies and no more, for programs that need no desktop. */
const onlyPackages = process.argv.slice(2).join(' ') === '--only packages'

runCommand(async () => {
  checkNode(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node)
  if (onlyPackages) {
    await ensureDependencies()
    return 0
  }
  // keytar may have to be built against libsecret
  await ensureSystemPackages(
    neededPackages({
      keytarBuilt: existsSync(join(root, 'node_modules/keytar/build/Release/keytar.node')),
      privateDesktop: process.env.npm_lifecycle_event !== 'prestart' || !hasDisplay(),
    }),
  )
  await ensureDependencies()
  ensureKeytar()
  console.error(describeRuntime(await resolveRuntime()))
  return 0
})
