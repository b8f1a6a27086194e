import { expect, test } from 'vitest'
import { numberGiven, usageFor, wordGiven } from '../../../scripts/setup/usage.mjs'

const bench = (...args: string[]) => usageFor('bench', ['--only=start|size', '--runs=N', '--json'], args)
const soak = (...args: string[]) => usageFor('soak', ['--minutes=1..600'], args)

test('--help of a command that runs for minutes says what it takes and runs nothing', () => {
  expect(bench('--runs=many', '--help')).toEqual({
    text: 'Usage: npm run bench -- [--only=start|size] [--runs=N] [--json]',
    code: 0,
  })
})

test.each([
  [['--run=3'], 'There is no option --run=3.'],
  [['3'], '“3” belongs to no option.'],
  [['--json', 'start'], '“start” belongs to no option.'],
  [['--runs=many'], '--runs wants a whole number from 1 to 999999, not “many”.'],
  [['--runs', 'many'], '--runs wants a whole number from 1 to 999999, not “many”.'],
  [['--runs=0'], '--runs wants a whole number from 1 to 999999, not “0”.'],
  [['--runs=-3'], '--runs wants a whole number from 1 to 999999, not “-3”.'],
  [['--runs=2.5'], '--runs wants a whole number from 1 to 999999, not “2.5”.'],
  [['--runs=1e3'], '--runs wants a whole number from 1 to 999999, not “1e3”.'],
  [['--runs=3000000'], '--runs wants a whole number from 1 to 999999, not “3000000”.'],
  [['--runs='], '--runs wants a whole number from 1 to 999999.'],
  [['--runs'], '--runs wants a whole number from 1 to 999999.'],
  [['--runs', '--json'], '--runs wants a whole number from 1 to 999999, not “--json”.'],
  [['--runs=3', '--runs', '4'], '--runs is given twice.'],
  [['--only=everything'], '--only wants one of start, size, not “everything”.'],
  [['--only'], '--only wants one of start, size.'],
  [['--json=yes'], '--json takes no value.'],
])('%j ends it with 2 and one sentence', (args, sentence) => {
  expect(bench(...args)).toMatchObject({ code: 2, text: expect.stringMatching(/^[^\n]+\nUsage: [^\n]+$/) })
  expect(bench(...args)?.text.split('\n')[0]).toBe(sentence)
})

test('a number has the bounds that it is given', () => {
  expect(soak('--minutes', '601')?.text).toMatch(/^--minutes wants a whole number from 1 to 600, not “601”\.\n/)
  expect(soak('--minutes', '600')).toBeNull()
})

test.each([[[]], [['--only', 'start']], [['--only=start', '--runs=3', '--json']], [['--json', '--runs', '3']]])(
  '%j runs',
  args => {
    expect(bench(...args)).toBeNull()
  },
)

test.each([
  [['--runs=4', '--posts=20'], 4],
  [['--posts', '20', '--runs', '4'], 4],
  [['--posts=20'], null],
])('of %j the number of runs is %j', (args, runs) => {
  expect(numberGiven('--runs', args)).toBe(runs)
})

test('a word is taken in either form', () => {
  expect([['--only', 'size'], ['--only=size'], ['--json']].map(args => wordGiven('--only', args))).toEqual([
    'size',
    'size',
    null,
  ])
})
