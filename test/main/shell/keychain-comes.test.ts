import { expect, it } from 'vitest'
import { mayGiveKeys } from '../../../src/main/shell/keychain-comes'

const owner = (...body: readonly string[]) =>
  ({ path: '/', interface: 'org.freedesktop.DBus', member: 'NameOwnerChanged', body }) as const

it.each([
  ['the keychain comes up', owner('org.freedesktop.secrets', '', ':1.4'), true],
  ['the keychain goes', owner('org.freedesktop.secrets', ':1.4', ''), false],
  ['something else comes up', owner('org.freedesktop.Notifications', '', ':1.4'), false],
  [
    'a collection is unlocked',
    { path: '/', interface: 'org.freedesktop.Secret.Service', member: 'CollectionChanged', body: ['/c'] },
    true,
  ],
])('decides whether keys are asked for again when %s (fault 31)', (_what, signal, worth) => {
  expect(mayGiveKeys(signal)).toBe(worth)
})
