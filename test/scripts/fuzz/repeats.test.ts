import { expect, it } from 'vitest'
import { repeats } from '../../../scripts/fuzz/repeats.mjs'

it('a counterexample is found again by the seed of its run, in the file that holds its property', () => {
  const failures = [
    { name: 'test/a.test.ts: the address: is kept', seed: '7' },
    { name: 'test/a.test.ts: the address: is read', seed: '7' },
    { name: 'test/a.test.ts: the address: is read', seed: '353766768' },
  ]
  expect(repeats(failures)).toEqual([
    'PROPERTY_SEED=7 npx vitest run test/a.test.ts',
    'PROPERTY_SEED=353766768 npx vitest run test/a.test.ts',
  ])
})
