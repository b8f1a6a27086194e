import { expect, it } from 'vitest'
import { endingOf, epitaphOf } from '../../../scripts/start/app-process.mjs'

it.each([
  [0, null, { code: 0, said: 'ended with code 0' }],
  [3, null, { code: 3, said: 'ended with code 3' }],
  [null, 'SIGKILL', { code: 137, said: 'was killed from outside (SIGKILL)' }],
] as const)('an app that ends with %s, %s is told as it was', (code, signal, ending) => {
  expect(endingOf(code, signal)).toEqual(ending)
})

it('of an app that failed its own last sentence is shown, and where the rest is', () => {
  const log =
    '[1:ERROR:bus.cc] no bus\njobtray: net: late\njobtray: It cannot start with the folder /p.\n[1:ERROR] gpu\n'
  expect(epitaphOf('ended with code 1', log, '/tmp/a.log')).toBe(
    'It cannot start with the folder /p.\nJobtray ended with code 1; what it said is in /tmp/a.log',
  )
})

it('of an app that said nothing of its own only where its log is', () => {
  expect(epitaphOf('was killed from outside (SIGKILL)', '[1:ERROR:bus.cc] jobtray: no\n', '/tmp/a.log')).toBe(
    'Jobtray was killed from outside (SIGKILL); what it said is in /tmp/a.log',
  )
})
