import { join } from 'node:path'
import { oneAtATime } from './build/lock.mjs'
import { allTargets, programs } from './build/programs.mjs'
import { isBuilt, markBuilt, sourceDigest } from './build/stale.mjs'
import { root } from './project.mjs'
import { runCommand, Stop } from './setup/stop.mjs'

/** `node scripts/build.mjs [app|cli|sandbox ...] [--if-stale]`: all of them, whether stale or not, unless said otherwise. */
runCommand(async () => {
  const words = process.argv.slice(2)
  const onlyStale = words.includes('--if-stale')
  const named = words.filter(word => !word.startsWith('--'))
  const unknown = named.find(word => !allTargets.some(target => target === word))
  if (unknown !== undefined)
    throw new Stop(`There is nothing called "${unknown}" to build; there is ${allTargets.join(', ')}.`)
  const wanted = allTargets.filter(target => named.length === 0 || named.includes(target))

  await oneAtATime(join(root, 'out', '.building'), async () => {
    const digest = sourceDigest()
    for (const target of wanted) {
      if (onlyStale && isBuilt(target, digest)) continue
      const begun = Date.now()
      try {
        await programs[target].build()
      } catch (error) {
        // the bundler's message names the file and the line; its stack is its own
        throw new Stop(error instanceof Error ? error.message : String(error))
      }
      markBuilt(target, digest)
      console.log(`built ${target} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
    }
  })
  return 0
})
