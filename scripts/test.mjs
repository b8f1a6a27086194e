import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build/ensure-built.mjs'
import { allTargets } from './build/programs.mjs'
import { whenOrphaned } from './setup/orphan.mjs'
import { setUp } from './setup/set-up.mjs'
import { runCommand } from './setup/stop.mjs'
import { chosenTests, testFiles, testUsage } from './test/chosen.mjs'
import { sum, summaryLine } from './test/count.mjs'
import { failureLines } from './test/failures.mjs'
import { runPlaywright, runVitest } from './test/runners.mjs'

const words = process.argv.slice(2)
const isHelp = words.includes('--help') || words.includes('-h')
const chosen = isHelp ? null : chosenTests(words, testFiles())
if (isHelp) {
  console.log(testUsage)
  process.exit(0)
}
if (typeof chosen === 'string') {
  console.error(`${chosen}\n${testUsage}`)
  process.exit(2)
}

/** Everything there is to test, or what was asked for; the last line says how it went over all runners. */
runCommand(async () => {
  // the runners die with us
  whenOrphaned(() => process.exit(1))
  const runtime = await setUp()
  await ensureBuilt(allTargets)
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-test-'))
  try {
    const verdicts = [
      await runVitest(folder, chosen?.vitest ?? null),
      await runPlaywright(folder, runtime, chosen?.playwright ?? null),
    ]
    // last, so that the tail of a log that was cut names what failed
    for (const line of failureLines(verdicts.flatMap(({ failures }) => failures))) console.log(line)
    for (const { problem } of verdicts) if (problem !== null) console.log(problem)
    const total = sum(verdicts.map(({ count }) => count))
    console.log(summaryLine(total))
    return total.failed === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
