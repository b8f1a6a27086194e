import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, judge, sum, summaryLine } from '../../../scripts/test/count.mjs'

const aVitestReport = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
const aPlaywrightReport = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 } }

describe('what the runners report', () => {
  it('counts a test file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(countVitest({ ...aVitestReport, testResults })).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('counts a failed test once, though its file failed too', () => {
    const testResults = [{ status: 'failed', assertionResults: [{}] }]
    expect(countVitest({ ...aVitestReport, numFailedTests: 1, testResults }).failed).toBe(1)
  })

  it('counts a flaky test as failed, and errors outside of tests as well', () => {
    const report = { stats: { ...aPlaywrightReport.stats, flaky: 1 }, errors: [{ message: 'worker died' }] }
    expect(countPlaywright(report)).toEqual({ passed: 2, failed: 2, skipped: 0 })
  })
})

describe('the verdict on a runner', () => {
  const passed = { passed: 3, failed: 0, skipped: 0 }
  it('is what it counted when all went well', () => {
    expect(judge('vitest', passed, 0)).toEqual({ count: passed, problem: null })
  })

  it.each([
    ['left no report', null, 139],
    ['though no test failed', passed, 1],
    ['ran no test', { passed: 0, failed: 0, skipped: 4 }, 0],
  ])('is a failure when it %s', (why, count, code) => {
    const verdict = judge('vitest', count, code)
    expect(verdict.count.failed).toBe(1)
    expect(verdict.problem).toContain(why)
  })

  it('adds nothing to failures that were counted', () => {
    expect(judge('vitest', { ...passed, failed: 2 }, 1)).toEqual({ count: { ...passed, failed: 2 }, problem: null })
  })
})

describe('the last line', () => {
  it('adds up all runners', () => {
    expect(summaryLine(sum([countVitest(aVitestReport), countPlaywright(aPlaywrightReport)]))).toBe(
      '5 passed, 0 failed',
    )
  })

  it('names the skipped ones when there are any', () => {
    expect(summaryLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped')
  })
})
