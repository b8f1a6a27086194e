import { join } from 'node:path'
import { root } from '../project.mjs'
import { run } from '../setup/process.mjs'
import { Stop } from '../setup/stop.mjs'
import { isBuilt, sourceDigest } from './stale.mjs'

/**
 * Builds what is older than its sources. What the build has to say goes to stderr: stdout belongs to the program.
 * @param {readonly import('./programs.mjs').Target[]} targets
 * @throws {Stop}
 */
export const ensureBuilt = async targets => {
  const digest = sourceDigest()
  if (targets.every(target => isBuilt(target, digest))) return
  const script = join(root, 'scripts', 'build.mjs')
  const code = await run(process.execPath, [script, ...targets, '--if-stale'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (code !== 0) throw new Stop('The build failed; see above.')
}
