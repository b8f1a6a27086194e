import { expect, it } from 'vitest'
import { endingOf } from '../../../scripts/start/app-process.mjs'

it.each([
  [0, null, { code: 0, said: 'ended with code 0' }],
  [3, null, { code: 3, said: 'ended with code 3' }],
  [null, 'SIGKILL', { code: 137, said: 'was killed from outside (SIGKILL)' }],
] as const)('an app that ends with %s, %s is told as it was', (code, signal, ending) => {
  expect(endingOf(code, signal)).toEqual(ending)
})
