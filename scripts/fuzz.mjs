import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { propertyFiles } from './fuzz/property-files.mjs'
import { repeats } from './fuzz/repeats.mjs'
import { root } from './project.mjs'
import { run } from './setup/process.mjs'
import { numberGiven, usageFor } from './setup/usage.mjs'
import { failedInVitest, failureLines } from './test/failures.mjs'

/** `npm run fuzz [-- --runs=20] [csv base-url]`: the properties with new seeds, and how to find again what failed. */
const isName = (/** @type {string} */ arg) => /^[^-\d]/.test(arg)
const [parts, options] = [process.argv.slice(2).filter(isName), process.argv.slice(2).filter(arg => !isName(arg))]
const usage = usageFor('fuzz', ['--runs=N', 'part of a file name'], options)
const files = usage === null ? propertyFiles(root, parts) : []
if (usage !== null) {
  console.log(usage.text)
  process.exitCode = usage.code
} else if (files.length === 0) {
  console.log(`No file of that name holds a property: ${parts.join(' ')}`)
  process.exitCode = 2
} else {
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-fuzz-'))
  const report = join(folder, 'vitest.json')
  try {
    const program = join(root, 'node_modules/vitest/vitest.mjs')
    const config = join(root, 'scripts/fuzz/vitest.config.mjs')
    const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const rounds = numberGiven('--runs', options) ?? 20
    const env = { ...process.env, PROPERTY_ROUNDS: String(rounds), PROPERTY_FILES: files.join('\n') }
    process.exitCode = await run(process.execPath, [program, ...args], { cwd: root, env })
    const failures = failedInVitest(JSON.parse(readFileSync(report, 'utf8')), root)
    for (const line of failureLines(failures)) console.log(line)
    for (const line of repeats(failures)) console.log(`Find it again: ${line}`)
    if (failures.length === 0) console.log(`${rounds} times as many runs as usual in ${files.length} files: all held`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
