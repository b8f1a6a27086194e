/** Adds up what the test runners report. Values in, values out. */

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Count */

/** @type {Count} */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * @typedef {{ readonly numPassedTests: number, readonly numFailedTests: number, readonly numPendingTests: number, readonly numTodoTests: number, readonly testResults: readonly { readonly status: string, readonly assertionResults: readonly unknown[] }[] }} VitestReport
 * @typedef {{ readonly stats: { readonly expected: number, readonly unexpected: number, readonly flaky: number, readonly skipped: number }, readonly errors?: readonly unknown[] }} PlaywrightReport
 */

/** A file that could not even be loaded holds no test: it counts as one failure. @param {VitestReport} report @returns {Count} */
export const countVitest = ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
  passed: numPassedTests,
  failed:
    numFailedTests + testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length,
  skipped: numPendingTests + numTodoTests,
})

/** @param {PlaywrightReport} report @returns {Count} */
export const countPlaywright = ({ stats, errors = [] }) => ({
  passed: stats.expected,
  // without retries nothing is flaky; should someone switch them on, flaky is not passed
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
})

/**
 * What a runner did, its exit code heard too: one that crashed, or ran nothing at all, has failed.
 * @param {string} name
 * @param {Count | null} count null: it left no report
 * @param {number} code
 * @returns {{ readonly count: Count, readonly problem: string | null }}
 */
export const judge = (name, count, code) => {
  const failOnce = (/** @type {string} */ problem) => ({
    count: { ...(count ?? nothing), failed: (count?.failed ?? 0) + 1 },
    problem,
  })
  if (count === null) return failOnce(`${name} ended with code ${code} and left no report`)
  if (count.failed > 0) return { count, problem: null }
  if (code !== 0) return failOnce(`${name} ended with code ${code} though no test failed`)
  if (count.passed === 0) return failOnce(`${name} ran no test`)
  return { count, problem: null }
}

/** @param {readonly Count[]} counts @returns {Count} */
export const sum = counts =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    nothing,
  )

/** @param {Count} count */
export const summaryLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
