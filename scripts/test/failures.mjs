import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** Names what failed, for the tail of a log that was cut. Values in, values out. */

/** @typedef {{ readonly name: string, readonly message: string }} Failure */

/**
 * @typedef {{ readonly fullName: string, readonly status: string, readonly failureMessages?: readonly string[] | null }} VitestTest
 * @typedef {{ readonly name: string, readonly status: string, readonly message?: string, readonly assertionResults: readonly VitestTest[] }} VitestFile
 * @typedef {{ readonly message?: string }} PlaywrightError
 * @typedef {{ readonly status: string, readonly results: readonly { readonly errors?: readonly PlaywrightError[] }[] }} PlaywrightTest
 * @typedef {{ readonly title: string, readonly file: string, readonly tests: readonly PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ readonly specs?: readonly PlaywrightSpec[], readonly suites?: readonly PlaywrightSuite[] }} PlaywrightSuite
 */

/** vitest 4 reports the stack of a test that ran out of time, whose first line is a word of its own. @param {string} message */
const saying = message => message.replace(/^Error: STACK_TRACE_ERROR/, 'Error: the test ran out of its time')

/**
 * @param {{ readonly testResults: readonly VitestFile[] }} report
 * @param {string} folder which the names of files are told from
 * @returns {readonly Failure[]}
 */
export const failedInVitest = ({ testResults }, folder) =>
  testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = relative(folder, name)
    // it could not be loaded, or what goes before or after all of its tests threw
    const own = status === 'failed' && !assertionResults.some(test => test.status === 'failed')
    return [
      ...(own ? [{ name: file, message }] : []),
      ...assertionResults
        .filter(test => test.status === 'failed')
        .map(test => ({ name: `${file}: ${test.fullName}`, message: saying(test.failureMessages?.[0] ?? '') })),
    ]
  })

/** @param {PlaywrightSuite} suite @returns {readonly Failure[]} */
const failedInSuite = ({ specs = [], suites = [] }) => [
  ...specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        name: `${file}: ${title}`,
        message: results.flatMap(({ errors = [] }) => errors)[0]?.message ?? '',
      })),
  ),
  ...suites.flatMap(failedInSuite),
]

/** @param {PlaywrightSuite & { readonly errors?: readonly PlaywrightError[] }} report @returns {readonly Failure[]} */
export const failedInPlaywright = ({ errors = [], ...report }) => [
  ...failedInSuite(report),
  ...errors.map(({ message = '' }) => ({ name: 'outside of the tests', message })),
]

const most = { failures: 10, lines: 4, signs: 200 }

/** @param {string} line */
const cut = line => (line.length > most.signs ? `${line.slice(0, most.signs - 1)}…` : line)

/** What was thrown, without where: the seed of a property is in its second line. @param {string} message */
const firstLines = message => {
  const lines = stripVTControlCharacters(message).split('\n')
  const stack = lines.findIndex(line => /^\s+at /.test(line))
  return (stack < 0 ? lines : lines.slice(0, stack)).filter(line => line.trim() !== '').slice(0, most.lines)
}

/** A few lines for each of the first failures. @param {readonly Failure[]} failures @returns {readonly string[]} */
export const failureLines = failures => [
  ...failures
    .slice(0, most.failures)
    .flatMap(({ name, message }) => [cut(`FAILED ${name}`), ...firstLines(message).map(line => cut(`  ${line}`))]),
  ...(failures.length > most.failures ? [`and ${failures.length - most.failures} more`] : []),
]
