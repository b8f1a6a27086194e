import { expect, it } from 'vitest'
import { repeats } from '../../../scripts/fuzz/repeats.mjs'

const broken = (seed: number) =>
  `Error: Property failed after 3 tests\n{ seed: ${seed}, path: "2:1" }\nCounterexample: [1]`

it('a counterexample is found again by the seed it came from, in the file that holds its property', () => {
  const failures = [
    { name: 'test/a.test.ts: the address: is kept', message: broken(-7) },
    { name: 'test/a.test.ts: the address: is read', message: broken(-7) },
    { name: 'test/b.test.ts: a body', message: broken(353766768) },
    { name: 'test/c.test.ts: no property', message: 'Error: expected 1 to be 2' },
  ]
  expect(repeats(failures)).toEqual([
    'PROPERTY_SEED=-7 npx vitest run test/a.test.ts',
    'PROPERTY_SEED=353766768 npx vitest run test/b.test.ts',
  ])
})
