import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asUser } from '../desktop/as-user.mjs'
import { root } from '../project.mjs'
import { run } from '../setup/process.mjs'
import { countPlaywright, countVitest, judge, nothing } from './count.mjs'
import { failedInPlaywright, failedInVitest } from './failures.mjs'
import { playwright } from './playwright.mjs'

/**
 * @typedef {import('./count.mjs').VitestReport & Parameters<typeof failedInVitest>[0]} VitestReport
 * @typedef {import('./count.mjs').PlaywrightReport & Parameters<typeof failedInPlaywright>[0]} PlaywrightReport
 */

/** @param {string} file @returns {unknown} the report, null when there is none */
const readReport = file => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const notAsked = { count: nothing, problem: null, failures: [] }

/**
 * @param {string} folder for its report
 * @param {readonly string[] | null} files null: all
 * @param {NodeJS.ProcessEnv} [env]
 */
export const runVitest = async (folder, files, env = process.env) => {
  if (files?.length === 0) return notAsked
  const file = join(folder, 'vitest.json')
  const program = join(root, 'node_modules/vitest/vitest.mjs')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...(files ?? [])]
  const command = asUser(null, process.execPath, [program, ...args])
  const code = await run(command.file, command.args, { cwd: root, env })
  const report = /** @type {VitestReport | null} */ (readReport(file))
  const failures = report === null ? [] : failedInVitest(report, root)
  return { ...judge('vitest', report === null ? null : countVitest(report), code), failures }
}

/**
 * @param {string} folder for its report and its leavings
 * @param {import('../runtime/resolve.mjs').Runtime} runtime
 * @param {readonly string[] | null} files null: all
 */
export const runPlaywright = async (folder, runtime, files) => {
  if (files?.length === 0) return notAsked
  if (process.platform !== 'linux') {
    console.log('The window and desktop tests need a private desktop, which only Linux can give: left out here.')
    return notAsked
  }
  const code = await playwright(folder, runtime, ['--reporter=list,json', ...(files ?? [])])
  const report = /** @type {PlaywrightReport | null} */ (readReport(join(folder, 'playwright.json')))
  const failures = report === null ? [] : failedInPlaywright(report)
  return { ...judge('playwright', report === null ? null : countPlaywright(report), code), failures }
}
