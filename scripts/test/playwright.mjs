import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { appUser, asUser } from '../desktop/as-user.mjs'
import { root } from '../project.mjs'
import { run } from '../setup/process.mjs'

/**
 * Runs the window and desktop tests. As root they run, whole, as the user the app must run as.
 * @param {string} folder temporary: gets playwright.json if the json reporter is asked for
 * @param {import('../runtime/resolve.mjs').Runtime} runtime
 * @param {readonly string[]} args Playwright's own
 * @returns {Promise<number>} its exit code
 */
export const playwright = (folder, runtime, args) => {
  const program = join(root, 'node_modules/playwright/cli.js')
  const user = appUser([runtime.executable, program, join(root, 'package.json'), join(root, 'out/main/index.js')])
  const home = join(folder, 'home')
  const shots = join(root, 'out', 'shots')
  // what a failed test leaves to look at
  const results = join(root, 'out', 'test-results')
  for (const path of [home, shots, results]) mkdirSync(path, { recursive: true })
  if (user !== null) for (const path of [folder, home, shots, results]) chownSync(path, user.uid, user.gid)
  const command = asUser(user, process.execPath, [program, 'test', `--output=${join(results, 'latest')}`, ...args])
  const env = {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'playwright.json'),
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    ...(user === null ? {} : { HOME: home, USER: user.name, TMPDIR: folder }),
  }
  return run(command.file, command.args, { cwd: root, env })
}
