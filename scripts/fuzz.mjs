import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { propertyFiles } from './fuzz/property-files.mjs'
import { repeats } from './fuzz/repeats.mjs'
import { root } from './project.mjs'
import { whenOrphaned } from './setup/orphan.mjs'
import { setUpPackages } from './setup/set-up.mjs'
import { runCommand } from './setup/stop.mjs'
import { numberGiven, usageFor } from './setup/usage.mjs'
import { failureLines } from './test/failures.mjs'
import { runVitest } from './test/runners.mjs'

const isName = (/** @type {string} */ arg) => /^[^-\d]/.test(arg)
const args = process.argv.slice(2)
const options = args.filter(arg => !isName(arg))

/** `npm run fuzz [-- --runs=20] [csv base-url]`: the properties with a new seed each time, and what finds again what failed. */
runCommand(async () => {
  const usage = usageFor('fuzz', ['--runs=N', 'part of a file name'], options)
  if (usage !== null) {
    console[usage.code === 0 ? 'log' : 'error'](usage.text)
    return usage.code
  }
  const files = propertyFiles(root, args.filter(isName))
  if (files.length === 0) {
    console.error('No file of that name holds a property.')
    return 2
  }
  whenOrphaned(() => process.exit(1))
  await setUpPackages()
  const runs = numberGiven('--runs', options) ?? 20
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-fuzz-'))
  const failures = []
  let failed = 0
  try {
    for (let run = 1; run <= runs; run += 1) {
      const seed = String(randomInt(1, 2 ** 31))
      const verdict = await runVitest(join(folder, seed), files, { ...process.env, PROPERTY_SEED: seed })
      const found = verdict.failures.map(failure => ({ ...failure, seed }))
      for (const line of failureLines(found)) console.log(line)
      failures.push(...found)
      failed += verdict.count.failed
      console.log(`run ${run} of ${runs}, seed ${seed}: ${verdict.problem ?? `${verdict.count.failed} failed`}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`${runs} runs of ${files.length} files: ${failed === 0 ? 'all held' : `${failed} failed`}`)
  for (const line of repeats(failures)) console.log(`Find it again: ${line}`)
  return failed === 0 ? 0 : 1
})
