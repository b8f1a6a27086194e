import { describe, expect, it } from 'vitest'
import { failedInPlaywright, failedInVitest, failureLines } from '../../../scripts/test/failures.mjs'

const passed = { fullName: 'a poller sleeps', status: 'passed', failureMessages: [] }
const failed = {
  fullName: 'a poller asks once',
  status: 'failed',
  failureMessages: ['AssertionError: expected 2 to be 1\n    at /home/a/test/main/poller.test.ts:7:3'],
}

describe('what failed in vitest', () => {
  it('is named by its file and itself', () => {
    const testResults = [
      { name: '/home/a/test/main/poller.test.ts', status: 'failed', assertionResults: [passed, failed] },
      { name: '/home/a/test/main/fold.test.ts', status: 'passed', assertionResults: [passed] },
    ]
    expect(failureLines(failedInVitest({ testResults }, '/home/a'))).toEqual([
      'FAILED test/main/poller.test.ts: a poller asks once',
      '  AssertionError: expected 2 to be 1',
    ])
  })

  it('is said to have run out of time when it has', () => {
    const late = { ...failed, failureMessages: ['Error: STACK_TRACE_ERROR\n    at task (chunk.js:1:1)'] }
    const testResults = [{ name: '/home/a/test/a.test.ts', status: 'failed', assertionResults: [late] }]
    expect(failureLines(failedInVitest({ testResults }, '/home/a'))[1]).toBe('  Error: the test ran out of its time')
  })

  it.each([
    ['that could not be loaded', []],
    ['whose hook threw after its tests', [passed]],
  ])('is a file %s, with why', (_, assertionResults) => {
    const testResults = [
      { name: '/home/a/test/a.test.ts', status: 'failed', message: 'No such module', assertionResults },
    ]
    expect(failureLines(failedInVitest({ testResults }, '/home/a'))).toEqual([
      'FAILED test/a.test.ts',
      '  No such module',
    ])
  })
})

describe('what failed in Playwright', () => {
  const spec = (title: string, status: string, message: string) => ({
    title,
    file: 'test/app/quit.test.ts',
    tests: [{ status, results: [{ errors: [{ message }] }] }],
  })

  it('is named however deep it lies, without the colours of a terminal', () => {
    const report = {
      suites: [
        {
          specs: [spec('starts', 'expected', ''), spec('stops', 'flaky', 'Error: late')],
          suites: [
            { specs: [spec('quits', 'unexpected', '\u001b[31mError: not visible\u001b[39m\n\nTimeout: 5000ms')] },
          ],
        },
      ],
    }
    expect(failureLines(failedInPlaywright(report))).toEqual([
      'FAILED test/app/quit.test.ts: stops',
      '  Error: late',
      'FAILED test/app/quit.test.ts: quits',
      '  Error: not visible',
      '  Timeout: 5000ms',
    ])
  })

  it('is also what failed outside of every test', () => {
    const lines = failureLines(failedInPlaywright({ suites: [], errors: [{ message: 'Error: worker died' }] }))
    expect(lines).toEqual(['FAILED outside of the tests', '  Error: worker died'])
  })
})

describe('the lines that name the failures', () => {
  it('keep the seed of a property', () => {
    const message =
      'Error: Property failed after 3 tests\n{ seed: -7, path: "2:1" }\nCounterexample: [1]\nShrunk 1\nHint: x'
    expect(failureLines([{ name: 'a', message }])).toContain('  { seed: -7, path: "2:1" }')
  })

  it('stay few and short, however much failed', () => {
    const long = Array.from({ length: 30 }, () => 'x'.repeat(5_000)).join('\n')
    const lines = failureLines(Array.from({ length: 12 }, () => ({ name: long, message: long })))
    expect(lines).toHaveLength(10 * 5 + 1)
    expect(Math.max(...lines.map(line => line.length))).toBe(200)
    expect(lines.at(-1)).toBe('and 2 more')
  })
})
