import { expect, test } from 'vitest'
import { numberGiven, usageFor } from '../../../scripts/setup/usage.mjs'

const bench = (...args: string[]) => usageFor('bench', ['--only=GROUP', '--runs=N', '--json'], args)

test('--help of a command that runs for minutes says what it takes and runs nothing', () => {
  expect(bench('--help')).toEqual({ text: 'Usage: npm run bench -- [--only=GROUP] [--runs=N] [--json]', code: 0 })
})

test('an option that is none ends it with 2 and is named', () => {
  expect(bench('--run=3')).toMatchObject({ code: 2, text: expect.stringContaining('There is no option --run=3.') })
})

test.each([[[]], [['--only', 'start']], [['--only=start', '--runs=3', '--json']]])('%j runs', args => {
  expect(bench(...args)).toBeNull()
})

test.each([
  [['--runs=4', '--posts=20'], 4],
  [['--posts', '20', '--runs', '4'], 4],
  [['--posts=20'], null],
  [['--runs=many'], null],
])('of %j the number of runs is %j', (args, runs) => {
  expect(numberGiven('--runs', args)).toBe(runs)
})
