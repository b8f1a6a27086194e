import { ensureBuilt } from './build/ensure-built.mjs'
import { canSandbox } from './desktop/as-user.mjs'
import { hasDisplay } from './setup/display.mjs'
import { setUp } from './setup/set-up.mjs'
import { runCommand } from './setup/stop.mjs'
import { onInterrupt, startApp } from './start/app-process.mjs'
import { onlyAsksHow, readStartArguments, startUsage } from './start/arguments.mjs'
import { runOnPrivateDesktop } from './start/on-private-desktop.mjs'

/** @param {import('./runtime/resolve.mjs').Runtime} runtime @param {readonly string[]} args */
const runHere = async (runtime, args) => {
  const sandbox = canSandbox(null)
  if (!sandbox)
    console.log("Chromium's sandbox cannot work here (root, or no user namespaces): running with --no-sandbox.")
  const app = startApp({ executable: runtime.executable, args, env: process.env, user: null, sandbox })
  onInterrupt(app.quit)
  const { code, said } = await app.ended
  if (code === 0) app.forgetLog()
  else console.error(app.epitaph(said))
  return code
}

runCommand(async () => {
  const words = process.argv.slice(2)
  if (onlyAsksHow(words)) {
    console.log(startUsage)
    return 0
  }
  const options = readStartArguments(words, process.env.INIT_CWD ?? process.cwd())
  const privateDesktop = options.privateDesktop || !hasDisplay()
  const runtime = await setUp({ privateDesktop })
  await ensureBuilt(['app'])
  if (!privateDesktop) return runHere(runtime, options.appArguments)
  if (!options.privateDesktop) console.log('There is no display here: running on a private desktop in memory.')
  return runOnPrivateDesktop(runtime, options)
})
